import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { account, emailChange } from "../../../db/schema/auth.ts";
import { membership } from "../../../db/schema/people.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { UsedProof } from "./use-proof.server.ts";

/** Days after which a new e-mail address counts without the old mailbox having said yes. */
export const daysToObject = 7;

/**
 * The new mailbox is proven. The old one is asked, and the other adults of the household are told; without an answer the
 * change takes effect after seven days, for who can't get into the old mailbox any more.
 * @returns "taken" when the new address has an account by now
 */
export async function confirmEmailChange(tx: AuthTx, proof: UsedProof): Promise<"confirmed" | "taken" | "gone"> {
  const accountId = proof.accountId ?? "";
  const pending = and(eq(emailChange.accountId, accountId), eq(emailChange.newEmail, proof.email), isNull(emailChange.confirmedAt), isNull(emailChange.cancelledAt));
  const [taken] = await tx.select({ id: account.id }).from(account).where(eq(account.email, proof.email));
  if (taken) {
    await tx.update(emailChange).set({ cancelledAt: sql`now()` }).where(pending);
    return "taken";
  }
  const [change] = await tx
    .update(emailChange)
    .set({ confirmedAt: sql`now()`, effectiveAt: sql`now() + make_interval(days => ${daysToObject})` })
    .where(pending)
    .returning({ id: emailChange.id });
  if (!change) return "gone";
  await enqueue(tx, "email-leaving", { subjectId: change.id });
  for (const adult of await otherAdults(tx, accountId)) await enqueue(tx, "email-changing", { accountId: adult });
  return "confirmed";
}

/** Accounts of the other adults in the household of an account. */
async function otherAdults(tx: AuthTx, accountId: string): Promise<string[]> {
  const home = tx.select({ id: membership.householdId }).from(membership).where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)));
  const rows = await tx
    .select({ id: membership.residentId })
    .from(membership)
    .where(and(sql`${membership.householdId} in ${home}`, ne(membership.residentId, accountId), isNull(membership.endedAt)));
  return rows.map((row) => row.id);
}
