import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, TextArea, TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";
import { IndicatorField } from "../stories/story-fields.tsx";

/** What an announcement consists of. Who moderates one neighbourhood isn't asked which. Needs `moderation` and `catalogue`. */
export function AnnouncementFields({
  neighbourhoods,
  organisation,
  values,
  errors,
}: {
  neighbourhoods: { code: string; name: string }[];
  organisation: string;
  values?: FormValues;
  errors?: FormErrors | null;
}) {
  const t = useT("moderation");
  const [only, ...others] = neighbourhoods;
  return (
    <>
      {only && others.length === 0 ? (
        <input type="hidden" name="neighbourhoodCode" value={only.code} />
      ) : (
        <Choices
          legend={t("announcement.neighbourhood")}
          error={errors?.neighbourhoodCode}
          name="neighbourhoodCode"
          chosen={typed(values?.neighbourhoodCode)}
          choices={neighbourhoods.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <TextField label={t("announcement.subject")} error={errors?.title} name="title" maxLength={120} defaultValue={typed(values?.title)} required />
      <TextArea
        label={t("announcement.body")}
        hint={t("announcement.bodyHint")}
        error={errors?.body}
        name="body"
        rows={8}
        maxLength={4000}
        defaultValue={typed(values?.body)}
        required
      />
      <IndicatorField label={t("announcement.indicator")} hint={t("announcement.indicatorHint")} none={t("announcement.noIndicator")} value={typed(values?.indicator)} error={errors?.indicator} />
      <TextField
        label={t("announcement.shownName")}
        hint={t("announcement.shownNameHint")}
        error={errors?.shownName}
        name="shownName"
        maxLength={80}
        autoComplete="organization"
        defaultValue={typed(values?.shownName) ?? organisation}
        required
      />
    </>
  );
}
