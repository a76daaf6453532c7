import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type ChallengePurpose, passkeyChallenge } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { challengeMinutes } from "./relying-party.server.ts";

/** Who was asked to sign something, and what for. `accountId` is null while nobody knows who is logging in. */
export type Asked = { purpose: ChallengePurpose; browserHash: string; accountId: string | null };

/** Remembers for five minutes what a browser was asked to sign. */
export async function keepChallenge(tx: AuthTx, asked: Asked, challenge: string): Promise<void> {
  await tx.insert(passkeyChallenge).values({ ...asked, challenge, expiresAt: sql`now() + make_interval(mins => ${challengeMinutes}::int)` });
}

/**
 * Uses up everything that this browser was asked for a purpose: whatever comes of the answer, none of it counts again.
 * @returns what it may have signed, in base64url
 */
export async function useUpChallenges(tx: AuthTx, { purpose, browserHash, accountId }: Asked): Promise<string[]> {
  const whose = accountId ? eq(passkeyChallenge.accountId, accountId) : isNull(passkeyChallenge.accountId);
  const used = await tx
    .delete(passkeyChallenge)
    .where(and(eq(passkeyChallenge.browserHash, browserHash), eq(passkeyChallenge.purpose, purpose), whose, gt(passkeyChallenge.expiresAt, sql`now()`)))
    .returning({ challenge: passkeyChallenge.challenge });
  return used.map(({ challenge }) => challenge);
}
