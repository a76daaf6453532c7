import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq, lt, or, sql } from "drizzle-orm";
import { passkey } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import type { Assertion } from "./browser-answer.server.ts";
import { useUpChallenges } from "./challenges.server.ts";
import { relyingParty, userHandleOf } from "./relying-party.server.ts";

/**
 * Whose passkey signed what this browser was asked, with a finger, a face or a PIN. An answer counts once: what was asked
 * is used up also when the answer is wrong, as long as the transaction commits.
 * @param asked.accountId whose passkey it must be; null for logging in
 * @returns the account, or null whatever is wrong
 */
export async function spendPasskey(tx: AuthTx, asked: { browserHash: string; accountId: string | null }, answer: Assertion): Promise<string | null> {
  const challenges = await useUpChallenges(tx, { ...asked, purpose: asked.accountId ? "second_step" : "log_in" });
  const [known] = await tx
    .select({ id: passkey.id, accountId: passkey.accountId, publicKey: passkey.publicKey, counter: passkey.counter })
    .from(passkey)
    .where(eq(passkey.credentialId, answer.id));
  if (!known || (asked.accountId !== null && known.accountId !== asked.accountId)) return null;
  // Who logs in names no account, so the device must have done it.
  if ((answer.response.userHandle ?? (asked.accountId && userHandleOf(asked.accountId))) !== userHandleOf(known.accountId)) return null;
  const counter = await newCounter(answer, challenges, known);
  if (counter === null) return null;
  // A device that counts must have counted on; in one statement, so that of two copies at the same time one is refused.
  const used = await tx
    .update(passkey)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(and(eq(passkey.id, known.id), or(lt(passkey.counter, counter), and(eq(passkey.counter, 0), sql`${counter} = 0`))))
    .returning({ id: passkey.id });
  return used.length === 1 ? known.accountId : null;
}

/** The counter in a signature that is right; null when anything about it is wrong. */
async function newCounter(answer: Assertion, challenges: readonly string[], known: { publicKey: string; counter: number }): Promise<number | null> {
  const { id, origin } = relyingParty();
  // The library throws for most of what can be wrong; what it was, nobody gets to know.
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => challenges.includes(challenge),
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: { id: answer.id, publicKey: new Uint8Array(Buffer.from(known.publicKey, "base64url")), counter: known.counter },
  }).catch(() => null);
  return result?.verified ? result.authenticationInfo.newCounter : null;
}
