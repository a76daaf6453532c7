import { z } from "zod";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { signUpOnPaper } from "../../purchases/paper.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, openPurchaseForm, optionalContact, signedOn } from "./purchase-fields.server.ts";

export type SignUpForm = { purchaseId: string; rules: number; parties: ("owner" | "tenant")[] };

/** Interest of who is helped in a purchase, by the form that they signed. */
export const purchaseSignUpEntry: AssistedEntry<SignUpForm> = {
  kind: "purchase",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, rules } = await openPurchaseForm(assisting, about, "inkoop");
    return { purchaseId: purchase.id, rules: rules.version, parties: [...(purchase.forOwners ? (["owner"] as const) : []), ...(purchase.forTenants ? (["tenant"] as const) : [])] };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const schema = z.object({ ...aboutPurchase, voor: z.enum(["owner", "tenant"], { error: t("errors.party") }), regels: z.coerce.number(t("errors.rules")).int().min(1).max(1000), ...optionalContact(t), ...signedOn(t) });
    const read = parseForm(schema, form);
    if (!read.ok) return read;
    const { inkoop, voor, regels, naam, telefoon, getekend } = read.value;
    return {
      ok: true,
      async write(tx) {
        const made = await signUpOnPaper(tx, inkoop, { party: voor, rules: regels, signedOn: getekend, name: naam, phone: telefoon });
        if (made?.signUp === null) throw new NotEntered(made.outcome === "date" ? { getekend: t("errors.date") } : made.outcome === "not_for_you" ? { voor: t("errors.not_for_you") } : { form: t(`errors.${made.outcome}`) });
        return made?.signUp ?? null;
      },
    };
  },
};
