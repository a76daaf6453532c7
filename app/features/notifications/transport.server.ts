import { env } from "../../env.server.ts";
import { memoryTransport } from "./memory-mailbox.server.ts";
import { resendTransport } from "./resend-transport.server.ts";
import { smtpTransport } from "./smtp-transport.server.ts";

export type Mail = { to: string; subject: string; html: string; text: string };

/** Hands one mail on. The same key with the same mail twice gives one mail, as far as the other side can do that. */
export type Transport = (mail: Mail, idempotencyKey: string) => Promise<void>;

/** Why a mail didn't go, in a few words without anything personal, because it is kept and logged. */
export class MailError extends Error {}

let chosen: Transport | undefined;

/** The way mail leaves: in the demo never further than memory; else Resend, else SMTP, else memory (never in production). */
export function transport(): Transport {
  if (chosen) return chosen;
  const { APP_MODE, RESEND_API_KEY, RESEND_BASE_URL, SMTP_URL, MAIL_FROM } = env();
  if (APP_MODE === "demo") chosen = memoryTransport;
  else if (RESEND_API_KEY) chosen = resendTransport({ apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL, from: MAIL_FROM });
  else if (SMTP_URL) chosen = smtpTransport({ url: SMTP_URL, from: MAIL_FROM });
  else chosen = memoryTransport;
  return chosen;
}
