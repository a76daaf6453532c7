import { z } from "zod";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { orderOnPaper } from "../../purchases/paper.server.ts";
import { termsVersion } from "../../purchases/terms.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, openPurchaseForm, type PaperWords, signedOn, signUpToWrite } from "./purchase-fields.server.ts";

export type OrderForm = { purchaseId: string; version: number };

/** An order of what was offered, by the form that was signed with the offer. */
export const purchaseOrderEntry: AssistedEntry<OrderForm> = {
  kind: "purchase_order",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, signUp } = await openPurchaseForm(assisting, about, "inkoop-bestelling");
    return { purchaseId: purchase.id, version: signUp!.offer!.version };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const schema = z.object({ ...aboutPurchase, versie: z.coerce.number(t("errors.changed")).int().min(1).max(1000), achttien: z.array(z.literal("ja"), { error: t("errors.adult") }).min(1, t("errors.adult")), ...signedOn(t) });
    const read = parseForm(schema, form);
    if (!read.ok) return read;
    const { inkoop, versie, getekend } = read.value;
    return {
      ok: true,
      async write(tx, onBehalf) {
        const { signUp } = await signUpToWrite(tx, onBehalf, inkoop, t);
        const outcome = await orderOnPaper(tx, signUp.id, { offerVersion: versie, adult: true, termsVersion, signedOn: getekend });
        if (outcome === "date") throw new NotEntered({ getekend: t("errors.date") });
        if (outcome === null || outcome === "no_decision") throw new NotEntered({ form: t("errors.gone") });
        if (outcome !== "ordered" && outcome !== "waiting" && outcome !== "again") throw new NotEntered({ form: refusal(t, outcome) });
        return signUp.id;
      },
    };
  },
};

function refusal(t: PaperWords, outcome: "closed" | "no_offer" | "changed" | "expired" | "minor" | "tenant" | "rules" | "taken"): string {
  return outcome === "tenant" ? t("errors.tenantOrder") : t(`errors.${outcome}`);
}
