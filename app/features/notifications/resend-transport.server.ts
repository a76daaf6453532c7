import { Resend } from "resend";
import { listHeaders, MailError, type Transport } from "./mail.ts";

/**
 * Sends through Resend, which gives one mail for one idempotency key within 24 hours. The same key with another content means that
 * a mail under this key was taken before and the answer was lost: then it was sent.
 */
export function resendTransport({ apiKey, baseUrl, from }: { apiKey: string; baseUrl?: string; from: string }): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async (mail, idempotencyKey) => {
    const { to, subject, html, text } = mail;
    const { error } = await resend.emails.send({ from, to: [to], subject, html, text, headers: listHeaders(mail) }, { idempotencyKey });
    if (error?.name === "invalid_idempotent_request") return;
    if (error) throw new MailError(`resend: ${error.name}${error.statusCode ? ` (${error.statusCode})` : ""}`);
  };
}
