import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, TextArea } from "../../ui/fields.tsx";
import { Facts } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import type { ClaimToDecide } from "./claims-to-decide.server.ts";

/** What is known of a claim about which people disagree. */
export function ClaimFacts({ claim }: { claim: ClaimToDecide }) {
  const t = useT("vouching");
  const day = useDay();
  const { address, way, at, vouchers, objectedBy, acknowledgedAt } = claim;
  const state = way === "gone" ? "desk.state_gone" : way === "vouch" || way === null ? "desk.state_vouch" : "desk.state_other";
  return (
    <Facts
      facts={[
        { name: t("desk.address"), value: address },
        { name: t("desk.way"), value: t(`desk.way_${way ?? "asking"}`) },
        ...(vouchers.length ? [{ name: t("desk.vouchers"), value: vouchers.join(", ") }] : []),
        ...(objectedBy ? [{ name: t("desk.by"), value: t(`desk.by_${objectedBy}`) }] : []),
        { name: t("desk.on"), value: day(at) },
        { name: t("desk.state"), value: t(state) },
        ...(way === "gone" ? [{ name: "", value: acknowledgedAt ? t("desk.answered", { day: day(acknowledgedAt) }) : t("desk.notAnswered") }] : []),
      ]}
    />
  );
}

/** The decision with its reasons. */
export function ClaimDecision({ claim, errors, values }: { claim: ClaimToDecide; errors?: FormErrors; values?: FormValues }) {
  const t = useT("vouching");
  const gone = claim.way === "gone";
  return (
    <Form method="post" className="flex flex-col gap-6">
      <Choices
        name="outcome"
        legend={t("desk.outcome")}
        error={errors?.outcome}
        chosen={values?.outcome}
        choices={[
          { value: "stays", label: t("desk.stays"), hint: gone ? undefined : t("desk.staysHint") },
          { value: "ends", label: t(gone ? "desk.endsGone" : "desk.ends"), hint: t(gone ? "desk.endsGoneHint" : "desk.endsHint") },
        ]}
      />
      {claim.vouchers.length ? (
        <Choices several name="onwaar[]" legend={t("desk.falseLegend")} chosen={values?.onwaar} choices={[{ value: "ja", label: t("desk.falseVouch"), hint: t("desk.falseVouchHint") }]} />
      ) : null}
      <TextArea name="reason" label={t("desk.reason")} hint={t("desk.reasonHint")} error={errors?.reason} defaultValue={typed(values?.reason)} maxLength={1000} required />
      <Button wide>{t("desk.action")}</Button>
    </Form>
  );
}
