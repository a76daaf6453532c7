import { visitAccesses, visitLanguages } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, TextArea } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";

/** What a guest wants to know before they come. Needs `visits`. */
export function PracticalFields({ values, errors, showsHome }: { values: FormValues; errors: FormErrors; showsHome: boolean }) {
  const t = useT("visits");
  return (
    <>
      <TextArea label={t("practical.note")} optional hint={showsHome ? t("practical.noteHint") : t("practical.noteStreet")} name="note" rows={4} maxLength={1000} error={errors.note} defaultValue={typed(values.note)} />
      <Choices legend={t("practical.languages")} name="languages[]" several columns error={errors.languages} chosen={values.languages} choices={visitLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))} />
      <Choices legend={t("practical.accessibility")} name="accessibility[]" several columns error={errors.accessibility} chosen={values.accessibility} choices={visitAccesses.map((value) => ({ value, label: t(`accessibility.${value}`) }))} />
      <TextArea label={t("practical.rules")} optional hint={t("practical.rulesHint")} name="houseRules" rows={3} maxLength={1000} error={errors.houseRules} defaultValue={typed(values.houseRules)} />
    </>
  );
}
