export type Mail = { to: string; subject: string; html: string; text: string };

/** Hands one mail on. The same key with the same mail twice gives one mail, as far as the other side can do that. */
export type Transport = (mail: Mail, idempotencyKey: string) => Promise<void>;

/** Why a mail didn't go, in a few words without anything personal, because it is kept and logged. */
export class MailError extends Error {}
