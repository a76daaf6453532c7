import { useT } from "../../../i18n/use-t.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { typed } from "../../../ui/typed.ts";
import { FactsFields } from "../../measures/facts-fields.tsx";
import type { EntryFormProps } from "./all-forms.tsx";
import { AudienceChoice } from "./audience-choice.tsx";
import type { ItemForm } from "./measure.server.ts";

/** Needs `assisted`, `measures` and `catalogue`. */
export function MeasureForm({ data, values, errors }: EntryFormProps<ItemForm>) {
  const t = useT("assisted");
  return (
    <>
      <input type="hidden" name="id" value={typed(values.id) ?? data.newId} />
      {data.kind ? <FactsFields kind={data.kind} values={values} errors={errors} /> : null}
      <TextArea label={t("entry.experience")} name="experience" optional error={errors.experience} defaultValue={typed(values.experience)} />
      <AudienceChoice offered={data.offered} chosen={values.audience} error={errors.audience} />
    </>
  );
}
