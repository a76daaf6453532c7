import { z } from "zod";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { optionalField } from "../../../http/optional-field.server.ts";
import type { SupplierField } from "../../../../db/schema/purchase-choices.ts";
import { keepContactOnPaper } from "../../purchases/paper.server.ts";
import { consentToSupplier, endConsentToSupplier, supplierText } from "../../purchases/supplier-consent.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, nameField, openPurchaseForm, phoneField, signUpToWrite } from "./purchase-fields.server.ts";

export type SupplierForm = { purchaseId: string; text: string; fields: SupplierField[]; shared: boolean; contact: { name: string | null; email: string | null; phone: string | null } | null };

/** Whether the supplier may have what the rules name, by the form that was signed. */
export const purchaseSupplierEntry: AssistedEntry<SupplierForm> = {
  kind: "purchase_supplier",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, rules, signUp, sharedSince } = await openPurchaseForm(assisting, about, "inkoop-leverancier");
    return { purchaseId: purchase.id, text: supplierText(assisting.onBehalf, { ...purchase, rules }), fields: rules.supplierFields, shared: sharedSince !== null, contact: signUp!.contact };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const contact = { naam: optionalField(nameField(t)), mail: optionalField(z.email(t("errors.email")).max(200, t("errors.email"))), telefoon: optionalField(phoneField(t)) };
    const schema = z.object({ ...aboutPurchase, leverancier: z.enum(["ja", "nee"], { error: t("errors.answer") }), getekend: optionalField(z.iso.date(t("errors.signedOn"))), ...contact });
    const read = parseForm(schema.refine(({ leverancier, getekend }) => leverancier === "nee" || getekend !== null, { path: ["getekend"], message: t("errors.signedOn") }), form);
    if (!read.ok) return read;
    const { inkoop, leverancier, getekend, naam, mail, telefoon } = read.value;
    return {
      ok: true,
      async write(tx, onBehalf) {
        const { found, signUp } = await signUpToWrite(tx, onBehalf, inkoop, t);
        const asked = ({ field, typed }: { field: SupplierField; typed: string | null }) => (found.rules.supplierFields.includes(field) ? typed : null);
        const given = { name: asked({ field: "name", typed: naam }), email: asked({ field: "email", typed: mail }), phone: asked({ field: "phone", typed: telefoon }) };
        if (leverancier === "ja" && given.name === null && found.rules.supplierFields.includes("name")) throw new NotEntered({ naam: t("errors.name") });
        const kept = await keepContactOnPaper(tx, signUp.id, getekend, leverancier === "ja" ? given : null);
        if (kept === "date") throw new NotEntered({ getekend: t("errors.date") });
        if (kept === null || kept === "no_supplier") throw new NotEntered({ form: t(kept === null ? "errors.gone" : "errors.no_supplier") });
        if (kept === "shared") await consentToSupplier(tx, onBehalf, { ...found.purchase, id: signUp.id, rules: found.rules });
        else await endConsentToSupplier(tx, onBehalf, signUp.id);
        return signUp.id;
      },
    };
  },
};
