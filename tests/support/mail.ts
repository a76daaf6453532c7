import { deliverOutbox } from "../../app/features/notifications/deliver-outbox.server.ts";
import type { Mail, Transport } from "../../app/features/notifications/mail.ts";

export type SentMail = Mail & { key: string };

/** Delivers what is in the outbox to a list. */
export async function deliveredMails(): Promise<SentMail[]> {
  const sent: SentMail[] = [];
  const collect: Transport = async (mail, key) => void sent.push({ ...mail, key });
  await deliverOutbox(collect);
  return sent;
}

const code = /\b[CDFHJKMNPRTVWXY2346789]{4}-[CDFHJKMNPRTVWXY2346789]{4}\b/;

/** The code in a mail, as it is typed. */
export function codeIn(mail: Mail): string {
  return code.exec(mail.text)![0].replace("-", "");
}

/** The newest code that was mailed to somebody, as it is typed. */
export async function codeFor(email: string): Promise<string> {
  const [mail] = (await deliveredMails()).filter((each) => each.to === email && code.test(each.text)).reverse();
  return codeIn(mail!);
}

/** The token of the link in a mail. */
export function tokenIn(mail: Mail): string {
  return /\/(?:bevestig|uitnodiging)\/([\w-]{43})/.exec(mail.text)![1]!;
}
