import { z } from "zod";
import { optionalField } from "../../../http/optional-field.server.ts";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { leaveOnPaper } from "../../purchases/paper.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, openPurchaseForm, signUpToWrite } from "./purchase-fields.server.ts";

export type LeaveForm = { purchaseId: string; /** The number of an order that is taken back. */ order: string | null };

/** Takes back interest, or an order within its fourteen days. */
export const purchaseLeaveEntry: AssistedEntry<LeaveForm> = {
  kind: "purchase_left",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, signUp } = await openPurchaseForm(assisting, about, "inkoop-stoppen");
    return { purchaseId: purchase.id, order: signUp!.orderedAt ? signUp!.reference : null };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const schema = z.object({ ...aboutPurchase, herroepen: optionalField(z.iso.date(t("errors.signedOn"))), zeker: z.array(z.literal("ja"), { error: t("errors.sure") }).min(1, t("errors.sure")) });
    const read = parseForm(schema, form);
    if (!read.ok) return read;
    const { inkoop, herroepen } = read.value;
    return {
      ok: true,
      async write(tx, onBehalf) {
        const { signUp } = await signUpToWrite(tx, onBehalf, inkoop, t);
        const outcome = await leaveOnPaper(tx, signUp.id, herroepen);
        if (outcome === "date") throw new NotEntered({ herroepen: t(herroepen === null ? "errors.signedOn" : "errors.leftDate") });
        if (outcome !== "left") throw new NotEntered({ form: t(outcome === "over" ? "errors.over" : "errors.gone") });
        return signUp.id;
      },
    };
  },
};
