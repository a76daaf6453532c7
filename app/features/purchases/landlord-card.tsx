import { Form, Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import { NameChoice } from "../together/name-choice.tsx";
import type { Landlord } from "./ask-landlord.server.ts";

const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** Whether there is somebody to ask, or a request to join: then that is what a tenant does first. */
export const canAsk = (landlord: Landlord | null): boolean => Boolean(landlord?.open && (landlord.open.join || !landlord.open.whom.why));

/** What a tenant can ask who manages the building, or how that stands and what it means. `first`: nothing else is more urgent. Needs `purchases` and `together`. */
export function LandlordCard({ signUpId, landlord, first }: { signUpId: string; landlord: Landlord; first: boolean }) {
  return landlord.open ? <Ask signUpId={signUpId} open={landlord.open} first={first} /> : <Standing request={landlord.request} />;
}

function Standing({ request: { id, organisation, households, sentAt, answer } }: { request: NonNullable<Landlord["request"]> }) {
  const t = useT("purchases");
  const locale = useLocale();
  const state = answer?.answer ?? (sentAt ? "asked" : "gathering");
  return (
    <Card tone={state === "yes" ? "garden" : "sun"}>
      <div className="flex flex-col gap-2">
        <h2 className="text-xl">{t("landlord.title")}</h2>
        <p className="font-semibold">
          {state === "gathering" ? t("landlord.gathering", { count: households, organisation }) : t(`landlord.${state}`, { organisation, day: answer?.byDay ? dayInWords(answer.byDay, locale) : "" })}
        </p>
        {answer?.text ? <p className="measure break-words whitespace-pre-line">{answer.text}</p> : null}
        <p className="measure">{t(`landlord.means.${state}`)}</p>
        <p>
          <Link to={`/verzoeken/${id}`} className={link}>
            {t("landlord.see")}
          </Link>
        </p>
      </div>
    </Card>
  );
}

function Ask({ signUpId, open: { join, whom, text, consent, displayName }, first }: { signUpId: string; open: NonNullable<Landlord["open"]>; first: boolean }) {
  const t = useT("purchases");
  if (!join && whom.why) {
    return (
      <Card tone="sun">
        <h2 className="text-xl">{t("landlord.title")}</h2>
        <p className="measure mt-2">{t(`landlord.${whom.why}`)}</p>
      </Card>
    );
  }
  return (
    <Card tone="sun">
      <h2 className="text-xl">{t("landlord.title")}</h2>
      <p className="measure mt-2">{join ? t("landlord.join", { count: join.households, organisation: join.organisation }) : t("landlord.start")}</p>
      <blockquote className="measure mt-3 border-l-4 border-line-strong pl-4 break-words whitespace-pre-line">{text}</blockquote>
      <Form method="post" action={`/samen-inkopen/aanmelding/${signUpId}/verhuurder`} className="mt-4 flex flex-col gap-4">
        {!join && whom.managers.length > 1 ? <Choices name="organisationId" legend={t("landlord.whom")} chosen={whom.managers[0]!.id} choices={whom.managers.map(({ id, name }) => ({ value: id, label: name }))} /> : null}
        {!join && whom.managers.length === 1 ? <p>{t("landlord.to", { organisation: whom.managers[0]!.name })}</p> : null}
        <NameChoice displayName={displayName} />
        <p className="measure">{consent}</p>
        <p className="measure text-sm text-ink-soft">{t("landlord.who")}</p>
        <Button wide look={first ? "primary" : "secondary"}>{t(join ? "landlord.doJoin" : "landlord.doStart")}</Button>
      </Form>
    </Card>
  );
}
