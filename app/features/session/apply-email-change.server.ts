import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { account, emailChange, session } from "../../../db/schema/auth.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";

const open = and(isNotNull(emailChange.confirmedAt), isNull(emailChange.appliedAt), isNull(emailChange.cancelledAt));

/** What the mail to the old address is about; null when it is over. */
export async function lookAtEmailChange(id: string): Promise<{ newEmail: string; effectiveAt: Date } | null> {
  const [row] = await asAuth((tx) => tx.select({ newEmail: emailChange.newEmail, effectiveAt: emailChange.effectiveAt }).from(emailChange).where(and(eq(emailChange.id, id), open)));
  return row?.effectiveAt ? { newEmail: row.newEmail, effectiveAt: row.effectiveAt } : null;
}

/** The change of e-mail address of an account that waits for its old mailbox or for seven days to pass. */
export async function pendingEmailChange(accountId: string): Promise<{ newEmail: string; effectiveAt: Date } | null> {
  const [row] = await asAuth((tx) =>
    tx.select({ newEmail: emailChange.newEmail, effectiveAt: emailChange.effectiveAt }).from(emailChange).where(and(eq(emailChange.accountId, accountId), open)),
  );
  return row?.effectiveAt ? { newEmail: row.newEmail, effectiveAt: row.effectiveAt } : null;
}

/** The old mailbox says yes: the change takes effect at once. */
export async function agreeToEmailChange(id: string): Promise<boolean> {
  return asAuth((tx) => apply(tx, id));
}

/** The old mailbox says no. */
export async function stopEmailChange(id: string): Promise<boolean> {
  const stopped = await asAuth((tx) => tx.update(emailChange).set({ cancelledAt: sql`now()` }).where(and(eq(emailChange.id, id), open)).returning({ id: emailChange.id }));
  return stopped.length > 0;
}

/** Lets every change take effect whose time to object is over. */
export async function applyDueEmailChanges(): Promise<void> {
  const due = await asAuth((tx) => tx.select({ id: emailChange.id }).from(emailChange).where(and(open, lte(emailChange.effectiveAt, sql`now()`))));
  for (const { id } of due) await asAuth((tx) => apply(tx, id));
}

// Logs the account out everywhere: from now on the new mailbox is what opens it.
async function apply(tx: AuthTx, id: string): Promise<boolean> {
  const [change] = await tx
    .update(emailChange)
    .set({ appliedAt: sql`now()` })
    .where(and(eq(emailChange.id, id), open))
    .returning({ accountId: emailChange.accountId, newEmail: emailChange.newEmail });
  if (!change) return false;
  const [taken] = await tx.select({ id: account.id }).from(account).where(eq(account.email, change.newEmail));
  if (taken) {
    await tx.update(emailChange).set({ appliedAt: null, cancelledAt: sql`now()` }).where(eq(emailChange.id, id));
    return false;
  }
  await tx.update(account).set({ email: change.newEmail }).where(eq(account.id, change.accountId));
  await tx.delete(session).where(eq(session.accountId, change.accountId));
  return true;
}
