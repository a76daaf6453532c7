import { locales } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Choices, SelectField, TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";
import { currentForm, formDays, formVersions } from "./paper-forms.ts";

type Fields = { values: FormValues; errors: FormErrors };

/** What is on the signed form. Needs `assisted`. */
export function SignedFormFields({ values, errors }: Fields) {
  const t = useT("assisted");
  const locale = useLocale();
  return (
    <>
      <TextField label={t("begin.signedOn")} hint={t("begin.signedOnHint", { days: formDays })} name="signedOn" type="date" className="max-w-52" error={errors.signedOn} defaultValue={typed(values.signedOn)} />
      <SelectField label={t("begin.version")} hint={t("begin.versionHint")} name="version" className="max-w-52" error={errors.version} defaultValue={typed(values.version) ?? currentForm}>
        {formVersions.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </SelectField>
      <SelectField label={t("begin.locale")} name="taal" error={errors.taal} defaultValue={typed(values.taal) ?? locale}>
        {locales.map((each) => (
          <option key={each} value={each}>
            {t(`begin.locales.${each}`)}
          </option>
        ))}
      </SelectField>
      <Choices several legend={t("begin.signed")} name="ondertekend[]" error={errors.ondertekend} chosen={values.ondertekend} choices={[{ value: "ja", label: t("begin.signedYes") }]} />
    </>
  );
}

/** Whether this person was helped before. Needs `assisted`. */
export function HelpedBeforeFields({ values, errors }: Fields) {
  const t = useT("assisted");
  return (
    <>
      <Choices
        legend={t("begin.known")}
        name="eerder"
        error={errors.eerder}
        chosen={values.eerder}
        choices={[{ value: "nee", label: t("begin.knownNo") }, { value: "ja", label: t("begin.knownYes") }]}
      />
      <TextField label={t("begin.number")} hint={t("begin.numberHint")} name="nummer" autoComplete="off" optional className="max-w-52" error={errors.nummer} defaultValue={typed(values.nummer)} />
    </>
  );
}
