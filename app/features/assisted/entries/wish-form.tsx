import { typed } from "../../../ui/typed.ts";
import { HomeWishFields, NeighbourhoodWishFields } from "../../wishes/wish-fields.tsx";
import type { EntryFormProps } from "./all-forms.tsx";
import { AudienceChoice } from "./audience-choice.tsx";
import type { ItemForm } from "./measure.server.ts";

/** Needs `assisted`, `wishes` and `catalogue`. */
export function HomeWishForm({ data, values, errors }: EntryFormProps<ItemForm>) {
  return (
    <>
      <input type="hidden" name="id" value={typed(values.id) ?? data.newId} />
      {data.kind ? <HomeWishFields kind={data.kind} values={values} errors={errors} /> : null}
      <AudienceChoice offered={data.offered} chosen={values.audience} error={errors.audience} />
    </>
  );
}

/** Needs `assisted`, `wishes` and `catalogue`. */
export function NeighbourhoodWishForm({ data, values, errors }: EntryFormProps<ItemForm>) {
  return (
    <>
      <input type="hidden" name="id" value={typed(values.id) ?? data.newId} />
      <NeighbourhoodWishFields values={values} errors={errors} />
      <AudienceChoice offered={data.offered} chosen={values.audience} error={errors.audience} />
    </>
  );
}
