import type { ComponentType } from "react";
import type { FormErrors, FormValues } from "../../../http/parse-form.server.ts";
import type { EntryName } from "./entry-names.ts";
import { MeasureForm } from "./measure-form.tsx";
import { PurchaseChecksForm } from "./purchase-checks-form.tsx";
import { PurchaseLeaveForm, PurchaseOrderForm, PurchaseRulesForm, PurchaseSignUpForm, PurchaseSupplierForm } from "./purchase-forms.tsx";
import { ReportForm } from "./report-form.tsx";
import { HomeWishForm, NeighbourhoodWishForm } from "./wish-form.tsx";

/** The questions of one kind of thing that can be entered for somebody; `data` is what its entry on the server gives. */
export type EntryFormProps<Data> = { data: Data; values: FormValues; errors: FormErrors };

// What the server gives under a name is what the form under that name takes: one file of each per kind.
const forms = {
  maatregel: MeasureForm,
  wens: HomeWishForm,
  buurtwens: NeighbourhoodWishForm,
  melding: ReportForm,
  inkoop: PurchaseSignUpForm,
  "inkoop-huis": PurchaseChecksForm,
  "inkoop-leverancier": PurchaseSupplierForm,
  "inkoop-bestelling": PurchaseOrderForm,
  "inkoop-regels": PurchaseRulesForm,
  "inkoop-stoppen": PurchaseLeaveForm,
} as Record<EntryName, ComponentType<EntryFormProps<never>>>;

/** Needs `assisted`, `measures`, `wishes`, `reports`, `purchases`, `purchasePaper` and `catalogue`. */
export function EntryForm({ name, data, ...fields }: { name: EntryName; data: unknown; values: FormValues; errors: FormErrors }) {
  const Fields = forms[name];
  return <Fields data={data as never} {...fields} />;
}
