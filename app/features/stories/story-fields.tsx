import { storyIndicators } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";

/** What a story says, and beside which figure of the neighbourhood. Needs `stories` and `catalogue`. */
export function StoryFields({ values, errors }: { values: FormValues; errors: FormErrors }) {
  const t = useT("stories");
  return (
    <>
      <IndicatorField label={t("form.indicator")} hint={t("form.indicatorHint")} none={t("form.choose")} value={typed(values.indicator)} error={errors.indicator} />
      <TextField label={t("form.title")} hint={t("form.titleHint")} name="title" maxLength={120} error={errors.title} defaultValue={typed(values.title)} />
      <TextArea label={t("form.body")} hint={t("form.bodyHint")} name="body" rows={6} maxLength={2000} error={errors.body} defaultValue={typed(values.body)} />
    </>
  );
}

/** One of the figures beside which something can stand; `none` is what stands for no figure. Needs `catalogue`. */
export function IndicatorField({ label, hint, none, value, error }: { label: string; hint: string; none: string; value: string | undefined; error?: string }) {
  const names = useT("catalogue");
  return (
    <SelectField label={label} hint={hint} name="indicator" error={error} defaultValue={value ?? ""}>
      <option value="">{none}</option>
      {storyIndicators.map((indicator) => (
        <option key={indicator} value={indicator}>
          {names(`storyIndicators.${indicator}`)}
        </option>
      ))}
    </SelectField>
  );
}
