import { useT } from "../../../i18n/use-t.tsx";
import { Choices, TextField } from "../../../ui/fields.tsx";
import { typed } from "../../../ui/typed.ts";
import type { EntryFormProps } from "./all-forms.tsx";
import { answerField } from "./answer-field.ts";
import type { ChecksForm } from "./purchase-checks.server.ts";

/** What the home is asked. Needs `purchasePaper`. */
export function PurchaseChecksForm({ data, values, errors }: EntryFormProps<ChecksForm>) {
  const t = useT("purchasePaper");
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <p className="measure">{t("form.answers")}</p>
      {data.checks.map(({ id, question, kind, answer }, index) => {
        const name = answerField(index);
        const shown = typed(values[name]) ?? answer ?? undefined;
        if (kind === "photo") return <p key={id}>{t("form.photo", { question })}</p>;
        return kind === "yes_no" ? (
          <Choices key={id} legend={question} name={name} error={errors[name]} chosen={shown} choices={[{ value: "ja", label: t("form.yes") }, { value: "nee", label: t("form.no") }]} />
        ) : (
          <TextField key={id} label={question} name={name} error={errors[name]} defaultValue={shown} maxLength={500} inputMode={kind === "number" ? "decimal" : undefined} />
        );
      })}
    </>
  );
}
