import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { account, signup } from "../../../db/schema/auth.ts";
import { joinRequest, membership } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { openSignup } from "./current-signup.server.ts";

/** Marks a sign-up as done: its letters and what it asked of households are over. */
export async function completeSignup(tx: AuthTx, signupId: string): Promise<boolean> {
  const done = await tx.update(signup).set({ completedAt: sql`now()` }).where(and(eq(signup.id, signupId), openSignup)).returning({ id: signup.id });
  await endWhatHangsOn(tx, [signupId]);
  return done.length > 0;
}

/** Ends the open sign-ups of an account, except one. */
export async function endOtherSignups(tx: AuthTx, accountId: string, except: string | null): Promise<void> {
  const ended = await tx
    .update(signup)
    .set({ endedAt: sql`now()` })
    .where(and(eq(signup.accountId, accountId), openSignup, except ? ne(signup.id, except) : undefined))
    .returning({ id: signup.id });
  await endWhatHangsOn(tx, ended.map((row) => row.id));
}

/** Stops a sign-up at the wish of who began it: the account is forgotten at once, unless it has had a home. */
export async function stopSignup(accountId: string): Promise<void> {
  await asAuth(async (tx) => {
    await endOtherSignups(tx, accountId, null);
    const [lived] = await tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, accountId)).limit(1);
    if (!lived) await tx.delete(account).where(eq(account.id, accountId));
  });
}

async function endWhatHangsOn(tx: AuthTx, signupIds: string[]): Promise<void> {
  if (signupIds.length === 0) return;
  await tx.update(letter).set({ endedAt: sql`now()` }).where(and(inArray(letter.signupId, signupIds), isNull(letter.endedAt)));
  const askedFor = and(inArray(addressClaim.signupId, signupIds), isNull(addressClaim.startedAt), isNull(addressClaim.endedAt));
  await tx.update(addressClaim).set({ endedAt: sql`now()` }).where(askedFor);
  await tx.update(joinRequest).set({ decidedAt: sql`now()`, accepted: false }).where(and(inArray(joinRequest.signupId, signupIds), isNull(joinRequest.decidedAt)));
}
