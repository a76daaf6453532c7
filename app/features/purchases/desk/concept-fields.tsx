import { checkKinds } from "../../../../db/schema/purchase-choices.ts";
import { dwellingTypes } from "../../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Choices, SelectField, TextArea, TextField } from "../../../ui/fields.tsx";
import { Section } from "../../../ui/page.tsx";
import { typed } from "../../../ui/typed.ts";
import { measureKinds } from "../../measures/catalogue.ts";
import { listed, RulesFields } from "./rules-fields.tsx";

const checkRows = [0, 1, 2, 3, 4, 5];
const types = dwellingTypes.filter((type) => type !== "unknown");

/** All fields of a concept. Needs the words of "purchaseDesk" and "catalogue". */
export function ConceptFields({ neighbourhoods, values, errors = {} }: { neighbourhoods: readonly { code: string; name: string }[]; values: FormValues; errors?: FormErrors }) {
  const t = useT("purchaseDesk");
  const names = useT("catalogue");
  const only = neighbourhoods.length === 1 ? [neighbourhoods[0]!.code] : [];
  return (
    <>
      <Section title={t("concept.what")}>
        <TextField label={t("concept.title")} hint={t("concept.titleHint")} name="titel" maxLength={120} error={errors.titel} defaultValue={typed(values.titel)} />
        <TextArea label={t("concept.body")} optional name="tekst" rows={5} maxLength={4000} error={errors.tekst} defaultValue={typed(values.tekst)} />
        <Choices legend={t("concept.kinds")} hint={t("concept.kindsHint")} name="soorten[]" several columns error={errors.soorten} chosen={listed(values.soorten)} choices={measureKinds.map((kind) => ({ value: kind, label: names(`kinds.${kind}`) }))} />
      </Section>
      <Section title={t("concept.who")}>
        <Choices legend={t("concept.neighbourhoods")} name="buurten[]" several error={errors.buurten} chosen={values.buurten === undefined ? only : listed(values.buurten)} choices={neighbourhoods.map(({ code, name }) => ({ value: code, label: name }))} />
        <Choices legend={t("concept.dwellingTypes")} hint={t("concept.dwellingTypesHint")} name="woningen[]" several columns error={errors.woningen} chosen={listed(values.woningen)} choices={types.map((type) => ({ value: type, label: names(`dwellingTypes.${type}`) }))} />
        <Choices
          legend={t("concept.parties")}
          name="voor[]"
          several
          error={errors.voor}
          chosen={values.voor === undefined ? ["owners"] : listed(values.voor)}
          choices={[{ value: "owners", label: t("concept.owners") }, { value: "tenants", label: t("concept.tenants"), hint: t("concept.tenantsHint") }]}
        />
        <TextField label={t("concept.round")} name="ronde" inputMode="numeric" maxLength={2} className="sm:max-w-60" error={errors.ronde} defaultValue={typed(values.ronde) ?? "1"} />
      </Section>
      <Section title={t("rules.title")}>
        <p className="measure text-ink-soft">{t("rules.hint")}</p>
        <RulesFields values={values} errors={errors} />
      </Section>
      <Section title={t("concept.checks")}>
        <div id="vragen" className="flex flex-col gap-4">
          <p className="measure text-ink-soft">{t("concept.checksHint")}</p>
          {errors.vragen ? <p className="font-semibold text-danger">{errors.vragen}</p> : null}
          {checkRows.map((row) => (
            <div key={row} className="grid items-end gap-3 sm:grid-cols-[2fr_1fr]">
              <TextField label={t("concept.question", { number: row + 1 })} optional name="vraag[]" id={`vraag-${row}`} maxLength={300} defaultValue={listed(values.vraag)[row]} />
              <SelectField label={t("concept.answerKind", { number: row + 1 })} name="soort[]" id={`soort-${row}`} defaultValue={listed(values.soort)[row]}>
                {checkKinds.map((kind) => <option key={kind} value={kind}>{t(`concept.answerKinds.${kind}`)}</option>)}
              </SelectField>
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}
