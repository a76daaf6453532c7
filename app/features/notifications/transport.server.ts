import { env } from "../../env.server.ts";
import type { Transport } from "./mail.ts";
import { memoryTransport } from "./memory-mailbox.server.ts";
import { resendTransport } from "./resend-transport.server.ts";
import { smtpTransport } from "./smtp-transport.server.ts";

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
