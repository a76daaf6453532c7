import { Resend } from "resend";
import { MailError, type Transport } from "./mail.ts";

/** Sends through Resend, which gives one mail for one idempotency key within 24 hours. */
export function resendTransport({ apiKey, baseUrl, from }: { apiKey: string; baseUrl?: string; from: string }): Transport {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});
  return async ({ to, subject, html, text }, idempotencyKey) => {
    const { error } = await resend.emails.send({ from, to: [to], subject, html, text }, { idempotencyKey });
    if (error) throw new MailError(`resend: ${error.name}${error.statusCode ? ` (${error.statusCode})` : ""}`);
  };
}
