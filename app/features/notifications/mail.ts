export type Mail = {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Of mail that can be turned off: which list it belongs to (RFC 2919), and where one POST ends it (RFC 8058). */
  list?: { id: string; unsubscribe: string };
};

/** The headers of mail that can be turned off. */
export function listHeaders({ list }: Mail): Record<string, string> {
  if (!list) return {};
  return { "List-Id": list.id, "List-Unsubscribe": `<${list.unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Hands one mail on. The same key with the same mail twice gives one mail, as far as the other side can do that. */
export type Transport = (mail: Mail, idempotencyKey: string) => Promise<void>;

/** Why a mail didn't go, in a few words without anything personal, because it is kept and logged. */
export class MailError extends Error {}
