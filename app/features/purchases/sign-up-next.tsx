import { Form, Link } from "@remix-run/react";
import type { SignUpParty, SignUpState } from "../../../db/schema/purchase-choices.ts";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/page.tsx";
import type { Landlord } from "./ask-landlord.server.ts";
import { canAsk } from "./landlord-card.tsx";
import { needsContact } from "./needs-contact.ts";
import type { Deed } from "./policy.ts";

type Next = {
  signUp: {
    id: string; state: SignUpState; party: SignUpParty; mine: boolean; checks: { answer: string | null }[]; visitOn: string | null; plannedOn: string | null; heldUntil: string | null; expired: boolean;
    supplier: string | null; sharedSince: Date | string | null; proposed: { agreed: boolean | null } | null; measureId: string | null; deliveredOn: string | null;
  };
  deeds: Deed[];
  canWithdraw: boolean;
  landlord: Landlord | null;
};

/** What comes next, and all that can be done now; the first is what most want. Needs `purchases`. */
export function SignUpNext({ signUp, deeds, canWithdraw, landlord }: Next) {
  const t = useT("purchases");
  const locale = useLocale();
  const path = `/samen-inkopen/aanmelding/${signUp.id}`;
  const day = (of: string) => dayInWords(of, locale);
  const { state, mine } = signUp;
  const later = signUp.proposed !== null || canAsk(landlord);
  const onHome = signUp.deliveredOn !== null && ["delivered", "complaint", "reviewed"].includes(state);
  return (
    <>
      <Card tone="sky">
        <div className="flex flex-col gap-2">
          <p>{t(`next.${state}`)}</p>
          {signUp.visitOn && (state === "interest" || state === "suitability" || state === "suitable") ? <p>{t("next.visit", { day: day(signUp.visitOn) })}</p> : null}
          {signUp.plannedOn && state === "planned" ? <p>{t("next.plannedOn", { day: day(signUp.plannedOn) })}</p> : null}
          {signUp.heldUntil ? <p>{t("next.held", { day: day(signUp.heldUntil) })}</p> : null}
          {signUp.expired && state === "offered" ? <p>{t("next.expired")}</p> : null}
          {mine ? null : <p>{t("next.housemate")}</p>}
        </div>
      </Card>
      <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {mine && signUp.proposed ? (
          <ButtonLink wide to={`${path}/regels`}>
            {t("next.rules")}
          </ButtonLink>
        ) : null}
        {mine && signUp.checks.length > 0 && (state === "interest" || state === "suitability") ? (
          <ButtonLink wide look={state === "interest" && !later ? "primary" : "secondary"} to={`${path}/huis`}>
            {t("next.checks")}
          </ButtonLink>
        ) : null}
        {mine && state === "offered" && !signUp.expired && signUp.party !== "tenant" ? (
          <ButtonLink wide to={`${path}/bestellen`}>
            {t("next.order")}
          </ButtonLink>
        ) : null}
        {mine && state === "delivered" ? (
          <ButtonLink wide to={`${path}/beoordeling`}>
            {t("next.review")}
          </ButtonLink>
        ) : null}
        {signUp.supplier && !signUp.sharedSince && needsContact(state) ? (
          <ButtonLink wide look="secondary" to={`${path}/leverancier`}>
            {t("next.share")}
          </ButtonLink>
        ) : null}
        {deeds.map((deed) => (
          <ButtonLink key={deed} wide look="secondary" to={`${path}/stap/${deed}`}>
            {t(`deeds.${deed}.link`)}
          </ButtonLink>
        ))}
        {canWithdraw ? (
          <ButtonLink wide look="danger" to={`${path}/herroepen`}>
            {t("withdraw.link")}
          </ButtonLink>
        ) : null}
      </div>
      {onHome && !signUp.measureId ? (
        <Form method="post" action={`${path}/op-mijn-huis`} className="flex flex-col items-start gap-2">
          <p className="measure text-sm text-ink-soft">{t("onHome.text")}</p>
          <Button look="secondary">{t("onHome.put")}</Button>
        </Form>
      ) : null}
      {signUp.measureId ? (
        <p>
          <Link to={`/maatregelen/${signUp.measureId}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("onHome.there")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
