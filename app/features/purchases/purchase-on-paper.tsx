import { Link } from "@remix-run/react";
import type { StepReason } from "../../../db/schema/purchase-choices.ts";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Section } from "../../ui/page.tsx";
import type { PaperDeed, Printed } from "./paper-deeds.ts";
import type { PaperSignUp } from "./paper.server.ts";

type SignUp = Pick<PaperSignUp, "state" | "party" | "reference" | "words" | "visitOn" | "heldUntil" | "plannedOn" | "coolingOffUntil" | "agreed"> & { reason: StepReason | null; orderedAt: Date | string | null };
type Shown = { signUp: SignUp | null; open: boolean; expired: boolean; proposed: boolean; supplier: string | null; sharedSince: Date | string | null };
const cools = ["ordered", "planned", "delivered", "complaint", "reviewed"];

/** How far who is helped is in a purchase, and what comes next. Needs `purchases` and `purchasePaper`. */
export function StandingOnPaper({ signUp, open, expired, proposed, supplier, sharedSince }: Shown) {
  const t = useT("purchasePaper");
  const own = useT("purchases");
  const locale = useLocale();
  const day = (of: Date | string) => dayInWords(of, locale);
  if (!signUp) {
    return (
      <Card tone="sky">
        <p className="font-semibold">{t("page.notIn")}</p>
        <p>{t(open ? "page.notInNext" : "page.closed")}</p>
      </Card>
    );
  }
  const { state, party, reason, words, visitOn, heldUntil, plannedOn, coolingOffUntil, agreed } = signUp;
  return (
    <Card tone="sky">
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t(`now.${state}`)}</p>
        {reason ? <p>{own(`reasons.${reason}`)}</p> : null}
        {words ? <p className="break-words">{words}</p> : null}
        {visitOn && ["interest", "suitability", "suitable"].includes(state) ? <p>{t("page.visit", { day: day(visitOn) })}</p> : null}
        {heldUntil ? <p>{t("page.held", { day: day(heldUntil) })}</p> : null}
        {plannedOn && state === "planned" ? <p>{t("page.planned", { day: day(plannedOn) })}</p> : null}
        {signUp.orderedAt && cools.includes(state) ? <p>{coolingOffUntil ? t("page.coolingOff", { day: day(coolingOffUntil) }) : t("page.coolingOffDelivery")}</p> : null}
        {expired && state === "offered" ? <p>{t("page.expired")}</p> : null}
        {party === "tenant" ? (
          <p>
            {t("page.tenant")} {t("page.rules")}
          </p>
        ) : null}
        {proposed ? <p>{t(agreed === null ? "page.proposed" : agreed ? "page.saidYes" : "page.saidNo")}</p> : null}
        {supplier ? <p>{sharedSince ? t("page.shared", { day: day(sharedSince) }) : t("page.notShared")}</p> : null}
        <p className="text-sm text-ink-soft">{t("page.reference", { reference: signUp.reference })}</p>
      </div>
    </Card>
  );
}

type Ways = { sessionId: string; purchaseId: string; deeds: PaperDeed[]; papers: Printed[]; ordered: boolean };

/** What can be entered now, and what can be printed. Needs `purchasePaper`. */
export function WaysOnPaper({ sessionId, purchaseId, deeds, papers, ordered }: Ways) {
  const t = useT("purchasePaper");
  return (
    <>
      {deeds.length > 0 ? (
        <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
          {deeds.map((deed, index) => (
            <ButtonLink key={deed} wide look={deed === "inkoop-stoppen" ? "danger" : index === 0 ? "primary" : "secondary"} to={`/helpen/${sessionId}/vul-in/${deed}?soort=${purchaseId}`}>
              {t(deed === "inkoop-stoppen" && ordered ? "deeds.withdraw" : `deeds.${deed}`)}
            </ButtonLink>
          ))}
        </div>
      ) : null}
      {papers.length > 0 ? (
        <Section title={t("page.paper")}>
          <p className="measure text-ink-soft">{t("page.paperIntro")}</p>
          <ul>
            {papers.map((paper) => (
              <li key={paper}>
                <Link to={`/helpen/${sessionId}/inkopen/${purchaseId}/papier/${paper}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {t(`papers.${paper}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
