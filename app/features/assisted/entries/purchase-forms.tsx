import { useT } from "../../../i18n/use-t.tsx";
import { Choices, TextField } from "../../../ui/fields.tsx";
import { Card } from "../../../ui/page.tsx";
import { typed } from "../../../ui/typed.ts";
import { RulesView } from "../../purchases/rules-view.tsx";
import type { EntryFormProps } from "./all-forms.tsx";
import type { LeaveForm } from "./purchase-leave.server.ts";
import type { OrderForm } from "./purchase-order.server.ts";
import type { RulesForm } from "./purchase-rules.server.ts";
import type { SignUpForm } from "./purchase-sign-up.server.ts";
import type { SupplierForm } from "./purchase-supplier.server.ts";

type Fields = Pick<EntryFormProps<object>, "values" | "errors">;

/** The day under a form, and that it is signed. Needs `purchasePaper`. */
function Signed({ values, errors, label }: Fields & { label: string }) {
  const t = useT("purchasePaper");
  return (
    <>
      <SignedOn values={values} errors={errors} />
      <Choices several legend={t("form.signed")} name="handtekening[]" error={errors.handtekening} chosen={values.handtekening} choices={[{ value: "ja", label }]} />
    </>
  );
}

function SignedOn({ values, errors }: Fields) {
  const t = useT("purchasePaper");
  return <TextField label={t("form.signedOn")} hint={t("form.signedOnHint")} name="getekend" type="date" className="max-w-52" error={errors.getekend} defaultValue={typed(values.getekend)} />;
}

/** Needs `purchasePaper`. */
export function PurchaseSignUpForm({ data, values, errors }: EntryFormProps<SignUpForm>) {
  const t = useT("purchasePaper");
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <input type="hidden" name="regels" value={data.rules} />
      <Choices legend={t("form.party")} name="voor" error={errors.voor ?? errors.regels} chosen={values.voor} choices={data.parties.map((party) => ({ value: party, label: t(`form.${party}`) }))} />
      <TextField label={t("form.name")} hint={t("form.contactHint")} name="naam" optional autoComplete="off" maxLength={100} error={errors.naam} defaultValue={typed(values.naam)} />
      <TextField label={t("form.phone")} name="telefoon" optional autoComplete="off" inputMode="tel" maxLength={30} error={errors.telefoon} defaultValue={typed(values.telefoon)} />
      <Signed values={values} errors={errors} label={t("form.signedYes", { version: data.rules })} />
    </>
  );
}

/** Needs `purchasePaper`. */
export function PurchaseOrderForm({ data, values, errors }: EntryFormProps<OrderForm>) {
  const t = useT("purchasePaper");
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <input type="hidden" name="versie" value={data.version} />
      <Choices several legend={t("form.adult")} name="achttien[]" error={errors.achttien ?? errors.versie} chosen={values.achttien} choices={[{ value: "ja", label: t("form.adultYes") }]} />
      <Signed values={values} errors={errors} label={t("form.signedOrder", { version: data.version })} />
    </>
  );
}

/** Needs `purchasePaper` and `purchases`. */
export function PurchaseRulesForm({ data, values, errors }: EntryFormProps<RulesForm>) {
  const t = useT("purchasePaper");
  const own = useT("purchases");
  const chosen = typed(values.antwoord) ?? (data.agreed === null ? undefined : data.agreed ? "ja" : "nee");
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <input type="hidden" name="versie" value={data.version} />
      <Card tone="sun">
        <p className="break-words">{own("newRules.why", { why: data.why })}</p>
      </Card>
      <RulesView rules={data.rules} supplier={{ supplier: data.supplier, supplierWhy: null }} />
      <Choices legend={t("form.rules")} name="antwoord" error={errors.antwoord} chosen={chosen} choices={[{ value: "ja", label: t("form.yes") }, { value: "nee", label: t("form.no") }]} />
    </>
  );
}

/** Needs `purchasePaper`. */
export function PurchaseSupplierForm({ data, values, errors }: EntryFormProps<SupplierForm>) {
  const t = useT("purchasePaper");
  const { fields, contact } = data;
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <Card tone="sky">
        <p className="font-semibold">{t("form.supplierText")}</p>
        <p className="measure mt-1">{data.text}</p>
      </Card>
      <Choices legend={t("form.supplier")} name="leverancier" error={errors.leverancier} chosen={typed(values.leverancier) ?? (data.shared ? "ja" : undefined)} choices={[{ value: "ja", label: t("form.supplierYes") }, { value: "nee", label: t("form.supplierNo") }]} />
      {fields.includes("name") ? <TextField label={t("form.name")} name="naam" optional autoComplete="off" maxLength={100} error={errors.naam} defaultValue={typed(values.naam) ?? contact?.name ?? ""} /> : null}
      {fields.includes("phone") ? <TextField label={t("form.phone")} name="telefoon" optional autoComplete="off" inputMode="tel" maxLength={30} error={errors.telefoon} defaultValue={typed(values.telefoon) ?? contact?.phone ?? ""} /> : null}
      {fields.includes("email") ? <TextField label={t("form.email")} name="mail" optional autoComplete="off" maxLength={200} error={errors.mail} defaultValue={typed(values.mail) ?? contact?.email ?? ""} /> : null}
      <SignedOn values={values} errors={errors} />
    </>
  );
}

/** Needs `purchasePaper`. */
export function PurchaseLeaveForm({ data, values, errors }: EntryFormProps<LeaveForm>) {
  const t = useT("purchasePaper");
  return (
    <>
      <input type="hidden" name="inkoop" value={data.purchaseId} />
      <p className="measure">{data.order ? t("form.withdraw", { reference: data.order }) : t("form.leave")}</p>
      {data.order ? <TextField label={t("form.leftOn")} hint={t("form.leftOnHint")} name="herroepen" type="date" className="max-w-52" error={errors.herroepen} defaultValue={typed(values.herroepen)} /> : null}
      <Choices several legend={t("form.sure")} name="zeker[]" error={errors.zeker} chosen={values.zeker} choices={[{ value: "ja", label: t(data.order ? "form.sureWithdraw" : "form.sureLeave") }]} />
    </>
  );
}
