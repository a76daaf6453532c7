import { Form } from "@remix-run/react";
import type { DwellingType } from "../../../db/schema/choices.ts";
import { energyClasses } from "../../../db/schema/choices.ts";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { knownTypes } from "./correction.ts";

/** What the registers say of a home, with their dates (yyyy-mm-dd). */
type Registered = {
  dwellingType: DwellingType | null;
  builtYear: number | null;
  areaM2: number | null;
  sourceDate: string | null;
  label: { energyClass: string; expired: boolean; sourceDate: string } | null;
};

/** Per fact what the register says, from where, and what the household says instead. Needs `ownHome` and `catalogue`. */
export function CorrectionForm({ home, values, errors }: { home: Registered; values: Record<string, string | string[]>; errors: Record<string, string> }) {
  const t = useT("ownHome");
  const names = useT("catalogue");
  const locale = useLocale();
  const written = (name: string) => [values[name] ?? ""].flat()[0];
  const bag = home.sourceDate ? t("bag", { date: dayInWords(home.sourceDate, locale) }) : t("bagNoDate");
  const says = (value: string | number | null, source: string = bag) => t("register", { value: value ?? t("unknown"), source });
  const { label } = home;
  const type = home.dwellingType === null || home.dwellingType === "unknown" ? null : names(`dwellingTypes.${home.dwellingType}`);
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <SelectField name="dwellingType" label={t("facts.dwellingType")} hint={t("derived", { value: type ?? t("unknown"), source: bag })} error={errors.dwellingType} defaultValue={written("dwellingType")}>
        <option value="">{t("asRegister")}</option>
        {knownTypes.map((each) => (
          <option key={each} value={each}>
            {names(`dwellingTypes.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField name="builtYear" label={t("facts.builtYear")} hint={says(home.builtYear)} error={errors.builtYear} defaultValue={written("builtYear")} optional inputMode="numeric" autoComplete="off" maxLength={10} className="max-w-48" />
      <TextField
        name="areaM2"
        label={t("facts.areaM2")}
        hint={
          <>
            {says(home.areaM2)} {t("areaHint")}
          </>
        }
        error={errors.areaM2}
        defaultValue={written("areaM2")}
        optional
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        className="max-w-48"
      />
      <SelectField
        name="energyClass"
        label={t("facts.energyClass")}
        hint={label ? says(label.expired ? t("expired", { class: label.energyClass }) : label.energyClass, t("epOnlineOf", { date: dayInWords(label.sourceDate, locale) })) : says(t("noneKnown"), t("epOnline"))}
        error={errors.energyClass}
        defaultValue={written("energyClass")}
      >
        <option value="">{t("asRegister")}</option>
        {energyClasses.map((each) => (
          <option key={each} value={each}>
            {each === "none" ? t("noLabel") : each}
          </option>
        ))}
      </SelectField>
      <Button wide>{t("save")}</Button>
    </Form>
  );
}
