import { reportCategories } from "../../../../db/schema/choices.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Choices, SelectField, TextArea } from "../../../ui/fields.tsx";
import { typed } from "../../../ui/typed.ts";
import type { EntryFormProps } from "./all-forms.tsx";
import type { ReportForm as Data } from "./report.server.ts";

/** Needs `assisted`, `reports` and `catalogue`. */
export function ReportForm({ data, values, errors }: EntryFormProps<Data>) {
  const t = useT("assisted");
  const report = useT("reports");
  const names = useT("catalogue");
  if (data.items.length === 0) return <p className="measure">{t("entry.itemNone")}</p>;
  return (
    <>
      <SelectField label={t("entry.item")} hint={t("entry.itemHint")} name="item" error={errors.item} defaultValue={typed(values.item) ?? ""}>
        <option value="">{t("entry.itemChoose")}</option>
        {data.items.map(({ type, id, kind, title, shownName, streetName }) => (
          <option key={id} value={`${type}:${id}`}>
            {`${kind ? names(`kinds.${kind}`) : title} · ${shownName ?? t("entry.someone", { street: streetName })}`}
          </option>
        ))}
      </SelectField>
      <Choices legend={report("category")} name="category" error={errors.category} chosen={values.category} choices={reportCategories.map((category) => ({ value: category, label: report(`categories.${category}`) }))} />
      <TextArea label={report("note")} name="note" optional error={errors.note} defaultValue={typed(values.note)} />
    </>
  );
}
