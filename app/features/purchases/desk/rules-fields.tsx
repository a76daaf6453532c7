import { belowRules, coolingOffStarts, supplierFields, withdrawalEffects } from "../../../../db/schema/purchase-choices.ts";
import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Choices, TextArea, TextField } from "../../../ui/fields.tsx";
import { typed } from "../../../ui/typed.ts";

/** What a form with several of one name shows again. */
export const listed = (value: string | string[] | undefined): string[] => (value === undefined ? [] : typeof value === "string" ? [value] : value);
const tierRows = [0, 1, 2, 3];

/** The fields of the rules. Needs the words of "purchaseDesk". */
export function RulesFields({ values, errors = {} }: { values: FormValues; errors?: FormErrors }) {
  const t = useT("purchaseDesk");
  return (
    <>
      <TextField label={t("rules.threshold")} hint={t("rules.thresholdHint")} name="drempel" inputMode="numeric" className="sm:max-w-60" error={errors.drempel} defaultValue={typed(values.drempel)} />
      <TextField label={t("rules.capacity")} optional name="capaciteit" inputMode="numeric" className="sm:max-w-60" error={errors.capaciteit} defaultValue={typed(values.capaciteit)} />
      <TextField label={t("rules.deadline")} type="date" name="laatste-dag" className="sm:max-w-60" error={errors["laatste-dag"]} defaultValue={typed(values["laatste-dag"])} />
      <Choices legend={t("rules.below")} name="onder" error={errors.onder} chosen={typed(values.onder) ?? "cancel"} choices={belowRules.map((rule) => ({ value: rule, label: t(`rules.belowKinds.${rule}`) }))} />
      <TextField label={t("rules.prolongUntil")} optional type="date" name="verlengd-tot" className="sm:max-w-60" error={errors["verlengd-tot"]} defaultValue={typed(values["verlengd-tot"])} />
      <Tiers values={values} error={errors.prijzen} />
      <Choices legend={t("rules.withdrawal")} name="terugtrekken" error={errors.terugtrekken} chosen={typed(values.terugtrekken)} choices={withdrawalEffects.map((effect) => ({ value: effect, label: t(`rules.withdrawals.${effect}`) }))} />
      <Choices legend={t("rules.coolingOff")} name="bedenktijd" error={errors.bedenktijd} chosen={typed(values.bedenktijd)} choices={coolingOffStarts.map((start) => ({ value: start, label: t(`rules.coolingOffs.${start}`) }))} />
      <TextField label={t("rules.party")} hint={t("rules.partyHint")} name="partij" maxLength={500} error={errors.partij} defaultValue={typed(values.partij)} />
      <TextField label={t("rules.commission")} hint={t("rules.commissionHint")} name="provisie" maxLength={500} error={errors.provisie} defaultValue={typed(values.provisie)} />
      <TextArea label={t("rules.criteria")} name="criteria" rows={3} maxLength={2000} error={errors.criteria} defaultValue={typed(values.criteria)} />
      <TextArea label={t("rules.interests")} name="belangen" rows={3} maxLength={2000} error={errors.belangen} defaultValue={typed(values.belangen)} />
      <Choices legend={t("rules.fields")} hint={t("rules.fieldsHint")} name="velden[]" several columns error={errors.velden} chosen={listed(values.velden)} choices={supplierFields.map((field) => ({ value: field, label: t(`rules.fieldNames.${field}`) }))} />
      <TextField label={t("rules.keepUntil")} hint={t("rules.keepUntilHint")} type="date" name="bewaren" className="sm:max-w-60" error={errors.bewaren} defaultValue={typed(values.bewaren)} />
    </>
  );
}

function Tiers({ values, error }: { values: FormValues; error?: string }) {
  const t = useT("purchaseDesk");
  const [from, price, vat] = [listed(values.vanaf), listed(values.prijs), listed(values.btw)];
  return (
    <fieldset id="prijzen" aria-describedby={error ? "prijzen-error prijzen-hint" : "prijzen-hint"} className="flex flex-col gap-4">
      <legend className="mb-1.5 font-semibold">{t("rules.tiers")}</legend>
      <p id="prijzen-hint" className="text-sm text-ink-soft">{t("rules.tiersHint")}</p>
      {error ? <p id="prijzen-error" className="font-semibold text-danger">{error}</p> : null}
      {tierRows.map((row) => (
        <div key={row} className="grid items-end gap-3 sm:grid-cols-3">
          <TextField label={t("rules.from", { number: row + 1 })} name="vanaf[]" id={`vanaf-${row}`} inputMode="numeric" maxLength={6} defaultValue={from[row] ?? (row === 0 ? "1" : "")} />
          <TextField label={t("rules.price", { number: row + 1 })} name="prijs[]" id={`prijs-${row}`} inputMode="decimal" maxLength={20} defaultValue={price[row]} />
          <TextField label={t("rules.vat", { number: row + 1 })} name="btw[]" id={`btw-${row}`} inputMode="decimal" maxLength={20} defaultValue={vat[row]} />
        </div>
      ))}
    </fieldset>
  );
}
