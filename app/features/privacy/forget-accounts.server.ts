import { and, exists, gt, isNotNull, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { account, letterCode, signup } from "../../../db/schema/auth.ts";
import { joinRequest, membership, roleGrant } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";

/** Days after which somebody who signed up and never proved to live there is forgotten. */
export const unverifiedDays = 30;

const old = sql`now() - make_interval(days => ${unverifiedDays}::int)`;

/**
 * Ends sign-ups of more than 30 days ago, unless a letter for one is still waiting, its code or that for neighbours still
 * counts, or what neighbours said waits for its day, and forgets
 * accounts that never got a home or a role.
 * @returns how many accounts were forgotten
 */
export async function forgetAccountsIn(tx: AuthTx): Promise<number> {
  const codeCounts = tx.select({ one: sql`1` }).from(letterCode).where(and(sql`${letterCode.signupId} = ${signup.id}`, gt(letterCode.expiresAt, sql`now()`), isNull(letterCode.usedAt)));
  const letterWaits = tx.select({ one: sql`1` }).from(letter).where(and(sql`${letter.signupId} = ${signup.id}`, isNull(letter.printedAt), isNull(letter.endedAt), gt(letter.printAfter, old)));
  const neighbours = tx.select({ one: sql`1` }).from(addressClaim).where(
    and(sql`${addressClaim.signupId} = ${signup.id}`, isNull(addressClaim.endedAt), isNull(addressClaim.startedAt), or(isNotNull(addressClaim.provenAt), gt(addressClaim.codeExpiresAt, sql`now()`))),
  );
  // A mailbox that was never proven may be anybody's: nothing of it stays.
  await tx.delete(signup).where(and(isNull(signup.accountId), lt(signup.createdAt, old)));
  const lapsed = and(isNull(signup.completedAt), isNull(signup.endedAt), lt(signup.createdAt, old), notExists(codeCounts), notExists(letterWaits), notExists(neighbours));
  await tx.update(signup).set({ endedAt: sql`now()` }).where(lapsed);
  const overSignup = tx.select({ one: sql`1` }).from(signup).where(sql`${signup.id} = ${addressClaim.signupId} and ${signup.endedAt} is not null`);
  await tx.update(addressClaim).set({ endedAt: sql`now()` }).where(and(isNull(addressClaim.endedAt), isNull(addressClaim.startedAt), exists(overSignup)));
  const endedSignup = tx.select({ one: sql`1` }).from(signup).where(sql`${signup.id} = ${letter.signupId} and ${signup.endedAt} is not null`);
  await tx.update(letter).set({ endedAt: sql`now()` }).where(and(isNull(letter.endedAt), exists(endedSignup)));
  // Who asks is over with their sign-up, also when that is gone; the name goes 30 days after.
  const asking = tx.select({ one: sql`1` }).from(signup).where(and(sql`${signup.id} = ${joinRequest.signupId}`, isNull(signup.endedAt), isNull(signup.completedAt)));
  await tx.update(joinRequest).set({ decidedAt: sql`now()`, accepted: false }).where(and(isNull(joinRequest.decidedAt), notExists(asking)));
  await tx.delete(signup).where(or(lt(signup.endedAt, old), lt(signup.completedAt, old)));

  const of = (column: unknown) => sql`${column} = ${account.id}`;
  const home = tx.select({ one: sql`1` }).from(membership).where(of(membership.residentId));
  const role = tx.select({ one: sql`1` }).from(roleGrant).where(of(roleGrant.accountId));
  const trying = tx.select({ one: sql`1` }).from(signup).where(and(of(signup.accountId), isNull(signup.endedAt), isNull(signup.completedAt)));
  const gone = await tx.delete(account).where(and(lt(account.createdAt, old), notExists(home), notExists(role), notExists(trying))).returning({ id: account.id });
  return gone.length;
}

export const forgetAccounts = (): Promise<number> => asAuth(forgetAccountsIn);
