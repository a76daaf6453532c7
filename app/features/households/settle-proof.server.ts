import { redirect } from "@remix-run/node";
import { forgetWayBack, wayBack } from "../../http/way-back.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { confirmEmailChange, daysToObject } from "../session/confirm-email-change.server.ts";
import { createSession } from "../session/create-session.server.ts";
import type { Settle } from "../session/use-proof.server.ts";
import { confirmWaiting } from "../waiting-list/join-waiting-list.server.ts";
import { proveSignup } from "./prove-signup.server.ts";

/** What follows on a proven mailbox, by what it was proven for: a session, the next page, or both. */
export function settleProof(request: Request): Settle<Response> {
  return async (tx, proof) => {
    const headers = new Headers();
    const go = (to: string) => redirect(to, { status: 303, headers });
    switch (proof.purpose) {
      case "log_in": {
        if (!proof.accountId) return go("/inloggen");
        headers.append("Set-Cookie", await createSession(tx, proof.accountId, request));
        headers.append("Set-Cookie", forgetWayBack());
        return go(wayBack(request, "/begin"));
      }
      case "sign_up": {
        const { accountId, hasHome } = await proveSignup(tx, proof);
        headers.append("Set-Cookie", await createSession(tx, accountId, request));
        return go(hasHome ? "/begin" : "/meedoen/manier");
      }
      case "change_email": {
        const t = serverT(proof.locale, "session");
        const outcome = await confirmEmailChange(tx, proof);
        const date = dayInWords(new Date(Date.now() + daysToObject * 86_400_000), proof.locale);
        const text = outcome === "confirmed" ? t("changeEmail.confirmed", { date }) : outcome === "taken" ? t("changeEmail.taken") : t("code.expired");
        return redirectWithFlash("/huishouden", { text }, headers);
      }
      case "confirm_waiting": {
        const [waits] = await confirmWaiting(tx, proof);
        return go(waits ? `/wachtlijst/op-de-lijst?buurt=${encodeURIComponent(waits.code)}` : "/");
      }
    }
  };
}
