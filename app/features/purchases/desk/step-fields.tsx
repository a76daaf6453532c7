import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { SelectField, TextArea, TextField } from "../../../ui/fields.tsx";
import { typed } from "../../../ui/typed.ts";
import { needsDay, reasonsFor, type Target } from "./moderator-steps.ts";

/** What one kind of step needs: a reason, a day, and words to go with it. Needs the words of "purchaseDesk". */
export function StepFields({ to, values = {}, errors = {} }: { to: Target; values?: FormValues; errors?: FormErrors }) {
  const t = useT("purchaseDesk");
  const reasons = reasonsFor(to);
  return (
    <>
      {reasons.length > 0 ? (
        <SelectField label={t("steps.reason")} name="reden" className="sm:max-w-96" error={errors.reden} defaultValue={typed(values.reden) ?? ""}>
          <option value="">{t("errors.reason")}</option>
          {reasons.map((reason) => <option key={reason} value={reason}>{t(`reasons.${reason}`)}</option>)}
        </SelectField>
      ) : null}
      {needsDay(to) ? <TextField label={t(to === "planned" ? "steps.plannedOn" : "steps.deliveredOn")} optional={to === "delivered"} type="date" name="dag" className="sm:max-w-60" error={errors.dag} defaultValue={typed(values.dag)} /> : null}
      <TextArea label={t("steps.words")} hint={t("steps.wordsHint")} optional name="woorden" rows={3} maxLength={1000} error={errors.woorden} defaultValue={typed(values.woorden)} />
    </>
  );
}
