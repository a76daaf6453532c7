import { costRanges, dwellingTypes, periodKeys } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";
import { usePeriodWords } from "./home-kind.ts";
import { Tick } from "./tick.tsx";

const nameable = dwellingTypes.filter((type) => type !== "unknown");

/** What somebody found out. Needs `questions` and `catalogue`. */
export function OutcomeFields({ values, errors }: { values: FormValues; errors: FormErrors }) {
  const t = useT("questions");
  const names = useT("catalogue");
  const period = usePeriodWords();
  return (
    <>
      <TextArea label={t("outcome.body")} hint={t("outcome.bodyHint")} name="body" rows={6} maxLength={2000} required error={errors.body} defaultValue={typed(values.body)} />
      <TextField label={t("outcome.source")} hint={t("outcome.sourceHint")} name="source" maxLength={300} required error={errors.source} defaultValue={typed(values.source)} />
      <TextField type="date" label={t("outcome.foundOn")} name="foundOn" required error={errors.foundOn} defaultValue={typed(values.foundOn)} className="sm:max-w-60" />
      <SelectField label={t("outcome.cost")} optional name="costRange" error={errors.costRange} defaultValue={typed(values.costRange) ?? ""}>
        <option value="">{t("outcome.costUnknown")}</option>
        {costRanges.map((range) => (
          <option key={range} value={range}>
            {names(`costs.${range}`)}
          </option>
        ))}
      </SelectField>
      <Choices
        several
        columns
        legend={t("outcome.dwellingTypes")}
        hint={t("outcome.allHint")}
        name="dwellingTypes[]"
        error={errors.dwellingTypes}
        chosen={values.dwellingTypes ?? []}
        choices={nameable.map((type) => ({ value: type, label: names(`dwellingTypes.${type}`) }))}
      />
      <Choices
        several
        columns
        legend={t("outcome.periods")}
        hint={t("outcome.allHint")}
        name="buildingPeriods[]"
        error={errors.buildingPeriods}
        chosen={values.buildingPeriods ?? []}
        choices={periodKeys.map((key) => ({ value: key, label: period(key) }))}
      />
      <Tick name="commercial" on={Boolean(values.commercial)}>
        {t("answer.commercial")}
      </Tick>
    </>
  );
}
