import type { DwellingType, PeriodKey } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { SelectField, TextArea, TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";
import { measureKinds } from "../measures/catalogue.ts";
import { Tick } from "./tick.tsx";
import { useHomeWords } from "./home-kind.ts";

export type AskedAbout = { places: { id: string; name: string }[]; hasBuilding: boolean; home: { dwellingType: DwellingType | null; buildingPeriod: PeriodKey | null } | null };

/** What a question says. Needs `questions` and `catalogue`. */
export function QuestionFields({ values, errors, about }: { values: FormValues; errors: FormErrors; about: AskedAbout }) {
  const t = useT("questions");
  const names = useT("catalogue");
  const home = useHomeWords();
  return (
    <>
      <TextField label={t("ask.question")} name="title" maxLength={120} error={errors.title} defaultValue={typed(values.title)} />
      <TextArea label={t("ask.body")} hint={t("ask.bodyHint")} optional name="body" rows={5} maxLength={2000} error={errors.body} defaultValue={typed(values.body)} />
      <SelectField label={t("ask.kind")} optional name="measureKind" error={errors.measureKind} defaultValue={typed(values.measureKind) ?? ""}>
        <option value="">{t("ask.noKind")}</option>
        {measureKinds.map((kind) => (
          <option key={kind} value={kind}>
            {names(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("ask.place")} hint={t("ask.placeHint")} optional name="place" error={errors.place} defaultValue={typed(values.place) ?? ""}>
        <option value="">{t("ask.noPlace")}</option>
        {about.hasBuilding ? <option value="gebouw">{t("ask.ownBuilding")}</option> : null}
        {about.places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {about.home ? (
        <Tick name="aboutHome" on={Boolean(values.aboutHome)}>
          {t("ask.aboutHome", { home: home(about.home.dwellingType ? [about.home.dwellingType] : [], about.home.buildingPeriod ? [about.home.buildingPeriod] : []) })}
        </Tick>
      ) : null}
      <Tick name="commercial" on={Boolean(values.commercial)}>
        {t("ask.commercial")}
      </Tick>
    </>
  );
}
