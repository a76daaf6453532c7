import { z } from "zod";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { answerChecks } from "../../purchases/sign-up.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";
import { answerField } from "./answer-field.ts";
import { NotEntered } from "./not-entered.ts";
import { aboutPurchase, homeOfPurchase, openPurchaseForm, signUpToWrite } from "./purchase-fields.server.ts";

export type ChecksForm = { purchaseId: string; checks: { id: string; question: string; kind: string; answer: string | null }[] };

/** What the home is asked. A photo is not: that is looked at during a visit. */
export const purchaseChecksEntry: AssistedEntry<ChecksForm> = {
  kind: "purchase_answers",
  home: homeOfPurchase,
  async form(assisting, about) {
    const { purchase, checks, signUp } = await openPurchaseForm(assisting, about, "inkoop-huis");
    return { purchaseId: purchase.id, checks: checks.map((check) => ({ ...check, answer: signUp?.answers[check.id] ?? null })) };
  },
  read(form, locale) {
    const t = serverT(locale, "purchasePaper");
    const read = parseForm(z.object(aboutPurchase).catchall(z.unknown()), form);
    if (!read.ok) return read;
    const { values } = read;
    return {
      ok: true,
      async write(tx, onBehalf) {
        const { found, signUp } = await signUpToWrite(tx, onBehalf, read.value.inkoop, t);
        const errors: Record<string, string> = {};
        const answers: Record<string, string> = {};
        for (const [index, { id, kind }] of found.checks.entries()) {
          if (kind === "photo") continue;
          const name = answerField(index);
          const typed = values[name];
          const answer = typeof typed === "string" ? typed.trim() : "";
          if (!answer || answer.length > 500 || (kind === "yes_no" && answer !== "ja" && answer !== "nee") || (kind === "number" && !/^\d{1,6}([.,]\d{1,2})?$/.test(answer))) errors[name] = t(kind === "number" ? "errors.number" : "errors.check");
          else answers[id] = answer;
        }
        if (Object.keys(errors).length > 0) throw new NotEntered(errors);
        if ((await answerChecks(tx, signUp.id, answers)) !== "answered") throw new NotEntered({ form: t("errors.gone") });
        return signUp.id;
      },
    };
  },
};
