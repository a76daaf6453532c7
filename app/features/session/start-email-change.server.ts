import { and, eq, isNull, sql } from "drizzle-orm";
import { account, emailChange } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { type Refusal, refuseTooManyMails } from "./ask-to-log-in.server.ts";
import { askProof } from "./ask-proof.server.ts";
import type { AccountViewer } from "./viewer.ts";

/**
 * Begins a change of e-mail address: a mail to the new address must be answered in this browser first. A change that was
 * still pending ends.
 * @param asked `email` is the new address, in small letters
 */
export async function startEmailChange(viewer: AccountViewer, asked: { email: string; ip: string; browserHash: string }): Promise<Refusal> {
  const refusal = await refuseTooManyMails(asked.email, asked.ip);
  if (refusal) return refusal;
  await asAuth(async (tx) => {
    const [{ email: oldEmail }] = (await tx.select({ email: account.email }).from(account).where(eq(account.id, viewer.accountId))) as [{ email: string }];
    await tx
      .update(emailChange)
      .set({ cancelledAt: sql`now()` })
      .where(and(eq(emailChange.accountId, viewer.accountId), isNull(emailChange.appliedAt), isNull(emailChange.cancelledAt)));
    await tx.insert(emailChange).values({ accountId: viewer.accountId, oldEmail, newEmail: asked.email });
    await askProof(tx, { purpose: "change_email", email: asked.email, locale: viewer.locale, accountId: viewer.accountId, browserHash: asked.browserHash });
  });
  return null;
}
