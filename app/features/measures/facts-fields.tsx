import { costRanges, doneBys } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, SelectField, TextField } from "../../ui/fields.tsx";
import type { MeasureKind } from "./catalogue.ts";

/** The first questions about a measure: how far, when, for how much, by whom. Needs `measures` and `catalogue`. */
export function FactsFields({ kind, values, errors }: { kind: MeasureKind; values: FormValues; errors: FormErrors }) {
  const t = useT("measures");
  const names = useT("catalogue");
  const value = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Choices
        legend={t("facts.state")}
        name="state"
        error={errors.state}
        chosen={value("state")}
        choices={(["done", "planned", "removed"] as const).map((state) => ({ value: state, label: names(`states.${state}`), hint: t(`facts.stateHints.${state}`) }))}
      />
      <TextField
        label={t("facts.year")}
        hint={t("facts.yearHint")}
        name="year"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
        optional
        error={errors.year}
        defaultValue={value("year")}
      />
      <SelectField label={t("facts.cost")} hint={t("facts.costHint")} name="costRange" optional error={errors.costRange} defaultValue={value("costRange") ?? ""}>
        <option value="">{t("facts.unknown")}</option>
        {costRanges.map((range) => (
          <option key={range} value={range}>
            {names(`costs.${range}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("facts.doneBy")} name="doneBy" optional error={errors.doneBy} defaultValue={value("doneBy") ?? ""}>
        <option value="">{t("facts.unknown")}</option>
        {doneBys.map((by) => (
          <option key={by} value={by}>
            {names(`doneBy.${by}`)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
