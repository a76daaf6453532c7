import { z } from "zod";
import { asViewer } from "../../../../db/viewer.server.ts";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { rulesOf, type ShownRules } from "../../purchases/purchase-page.server.ts";
import { answerRules } from "../../purchases/sign-up.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, openPurchaseForm, signUpToWrite } from "./purchase-fields.server.ts";

export type RulesForm = { purchaseId: string; version: number; why: string | null; agreed: boolean | null; rules: ShownRules; supplier: string | null };

/** Yes or no to rules that were proposed. */
export const purchaseRulesEntry: AssistedEntry<RulesForm> = {
  kind: "purchase_rules",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, proposed, signUp } = await openPurchaseForm(assisting, about, "inkoop-regels");
    const rules = (await asViewer(assisting.onBehalf, (tx) => rulesOf(tx, purchase.id, proposed!.version)))!;
    return { purchaseId: purchase.id, version: proposed!.version, why: proposed!.why, agreed: signUp!.agreed, rules, supplier: purchase.supplier };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const read = parseForm(z.object({ ...aboutPurchase, versie: z.coerce.number(t("errors.answer")).int().min(2).max(1000), antwoord: z.enum(["ja", "nee"], { error: t("errors.answer") }) }), form);
    if (!read.ok) return read;
    const { inkoop, versie, antwoord } = read.value;
    return {
      ok: true,
      async write(tx, onBehalf) {
        const { signUp } = await signUpToWrite(tx, onBehalf, inkoop, t);
        if (!(await answerRules(tx, signUp.id, versie, antwoord === "ja"))) throw new NotEntered({ form: t("errors.gone") });
        return signUp.id;
      },
    };
  },
};
