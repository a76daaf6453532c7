import { eq } from "drizzle-orm";
import { account, type Locale } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { askProof } from "./ask-proof.server.ts";
import { type Consumed, consume, consumeForm } from "./rate-limits.server.ts";

/** Null when the mail is on its way, else how long to wait. */
export type Refusal = Pick<Consumed, "secondsToWait"> | null;

/** Counts a form that causes a mail, by sender and by receiver. */
export async function refuseTooManyMails(email: string, ip: string): Promise<Refusal> {
  const perIp = await consumeForm(ip);
  if (!perIp.ok) return perIp;
  const perEmail = await consume("mailPerEmail", email);
  return perEmail.ok ? null : perEmail;
}

/**
 * Has a mail sent with a link and a code to log in. An address that nobody knows takes the same steps; its mail says how
 * to join, and its code opens nothing.
 * @param asked `email` in small letters
 */
export async function askToLogIn(asked: { email: string; ip: string; locale: Locale; browserHash: string }): Promise<Refusal> {
  const { ip, email, locale, browserHash } = asked;
  const refusal = await refuseTooManyMails(email, ip);
  if (refusal) return refusal;
  await asAuth(async (tx) => {
    const [known] = await tx.select({ id: account.id, locale: account.locale }).from(account).where(eq(account.email, email));
    await askProof(tx, { purpose: "log_in", email, browserHash, accountId: known?.id ?? null, locale: known?.locale ?? locale });
  });
  return null;
}
