import { Form } from "@remix-run/react";
import type { SuccessionDecision } from "../../../db/schema/division.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, TextArea } from "../../ui/fields.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";

type Succession = {
  id: string;
  code: string;
  name: string;
  year: number;
  basis: "homes" | "area";
  stays: boolean;
  decision: SuccessionDecision | null;
  decidedAt: Date | null;
  reason: string | null;
  successors: { code: string; name: string; share: number }[];
};

/** What a new division means for one neighbourhood, with the form to decide or the decision. */
export function SuccessionCard({ succession, problem }: { succession: Succession; problem?: { errors: FormErrors; values: FormValues } }) {
  const t = useT("moderation");
  const { id, code, name, year, basis, stays, decision, successors } = succession;
  const share = (part: number) => {
    const percent = Math.round(part * 1000) / 10;
    return basis === "homes" ? t("succession.ofHomes", { percent }) : t("succession.ofArea", { percent });
  };
  return (
    <Section title={name} aside={code}>
      <p className="measure">{stays ? t("succession.redrawn", { year }) : t("succession.gone", { year })}</p>
      {successors.length > 0 ? <Facts facts={successors.map((each) => ({ name: `${each.name} (${each.code})`, value: share(each.share) }))} /> : <p className="measure">{t("succession.nowhere")}</p>}
      {decision ? (
        <Decided {...succession} decision={decision} />
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <input type="hidden" name="id" value={id} />
          <ul className="measure list-disc pl-5">
            <li>{t("succession.follow")}</li>
            <li>{t("succession.narrow")}</li>
            <li>{t("succession.wishes")}</li>
            <li>{t("succession.roles")}</li>
          </ul>
          <Choices
            legend={t("succession.decision")}
            error={problem?.errors.decision}
            name="decision"
            chosen={typed(problem?.values.decision)}
            choices={[
              ...(successors.length > 0 ? [{ value: "confirmed", label: t("succession.confirm") }] : []),
              { value: "refused", label: t("succession.refuse"), hint: t("succession.refuseHint") },
            ]}
          />
          <TextArea label={t("succession.reason")} hint={t("succession.reasonHint")} error={problem?.errors.reason} name="reason" maxLength={1000} defaultValue={typed(problem?.values.reason)} required />
          <Button wide>{t("succession.submit")}</Button>
        </Form>
      )}
    </Section>
  );
}

function Decided({ decision, decidedAt, reason }: Pick<Succession, "decidedAt" | "reason"> & { decision: SuccessionDecision }) {
  const t = useT("moderation");
  const day = useDay();
  const date = decidedAt ? day(decidedAt) : "";
  return (
    <>
      <p className="font-semibold">{decision === "confirmed" ? t("succession.willFollow", { date }) : t("succession.stays", { date })}</p>
      <p className="measure text-ink-soft">{reason}</p>
    </>
  );
}
