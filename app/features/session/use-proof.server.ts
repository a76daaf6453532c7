import { verify } from "@node-rs/argon2";
import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { mailProof, type ProofPurpose } from "../../../db/schema/auth.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { hashCode, hashToken } from "./prepare-proof.server.ts";
import { consume, giveBack } from "./rate-limits.server.ts";

export const maxTries = 5;

const columns = {
  id: mailProof.id,
  purpose: mailProof.purpose,
  email: mailProof.email,
  locale: mailProof.locale,
  accountId: mailProof.accountId,
  signupId: mailProof.signupId,
};
const alive = and(isNull(mailProof.usedAt), gt(mailProof.expiresAt, sql`now()`));

/** A mailbox that was proven, and for what. */
export type UsedProof = { [Column in keyof typeof columns]: (typeof mailProof.$inferSelect)[Column] };
export type ProofProblem = "expired" | "wrong_code" | "link_only" | "other_browser";

/** What happens with a proof, in the same transaction as its use. */
export type Settle<Result> = (tx: AuthTx, proof: UsedProof) => Promise<Result>;

/** Joining a waiting list opens nothing, so its link works in any browser. */
const bound = (browserHash: string | null) => or(eq(mailProof.purpose, "confirm_waiting"), eq(mailProof.browserHash, browserHash ?? ""));

/** What a link is good for in this browser; looking uses up nothing. */
export async function lookAtLink(token: string, browserHash: string | null): Promise<{ purpose: ProofPurpose; email: string } | ProofProblem> {
  const [proof] = await asAuth((tx) =>
    tx
      .select({ purpose: mailProof.purpose, email: mailProof.email, here: sql<boolean>`${bound(browserHash)}` })
      .from(mailProof)
      .where(and(eq(mailProof.tokenHash, hashToken(token)), alive)),
  );
  if (!proof) return "expired";
  return proof.here ? { purpose: proof.purpose, email: proof.email } : "other_browser";
}

/** Uses a link, once, in the browser that asked for it. */
export async function useLink<Result>(token: string, browserHash: string | null, settle: Settle<Result>): Promise<Result | ProofProblem> {
  return asAuth(async (tx) => {
    const [proof] = await tx
      .update(mailProof)
      .set({ usedAt: sql`now()` })
      .where(and(eq(mailProof.tokenHash, hashToken(token)), alive, bound(browserHash)))
      .returning(columns);
    return proof ? settle(tx, proof) : "expired";
  });
}

/** The e-mail address to which this browser last had a mail sent for one of some purposes; null when that is over. */
export async function pendingEmail(browserHash: string | null, purposes: readonly ProofPurpose[]): Promise<string | null> {
  if (!browserHash) return null;
  const [proof] = await asAuth((tx) =>
    tx.select({ email: mailProof.email }).from(mailProof).where(and(eq(mailProof.browserHash, browserHash), inArray(mailProof.purpose, purposes), alive))
      .orderBy(desc(mailProof.createdAt)).limit(1),
  );
  return proof?.email ?? null;
}

/**
 * Uses the code of the newest mail that this browser asked for: five tries per mail, ten wrong codes a day per address.
 * A try is counted before the code is compared, so that trying at the same time gains nothing; an address that nobody
 * knows takes the same steps and the same time.
 */
export async function useCode<Result>(
  code: string,
  browserHash: string | null,
  purposes: readonly ProofPurpose[],
  settle: Settle<Result>,
): Promise<Result | ProofProblem> {
  const tried = await asAuth(async (tx) => {
    const newest = tx.select({ id: mailProof.id }).from(mailProof)
      .where(and(eq(mailProof.browserHash, browserHash ?? ""), inArray(mailProof.purpose, purposes), alive))
      .orderBy(desc(isNotNull(mailProof.codeHash)), desc(mailProof.createdAt)).limit(1);
    const [proof] = await tx.update(mailProof).set({ tries: sql`${mailProof.tries} + 1` })
      .where(and(inArray(mailProof.id, newest), lt(mailProof.tries, maxTries)))
      .returning({ id: mailProof.id, email: mailProof.email, codeHash: mailProof.codeHash });
    return proof;
  });
  if (!tried) return "expired";
  const today = await consume("wrongCodePerEmail", tried.email);
  if (!today.ok) return "link_only";
  const right = await verify(tried.codeHash ?? (await unknownCode()), code);
  if (!right || !tried.codeHash) return "wrong_code";
  await giveBack("wrongCodePerEmail", tried.email);
  return asAuth(async (tx) => {
    const [proof] = await tx.update(mailProof).set({ usedAt: sql`now()` }).where(and(eq(mailProof.id, tried.id), alive)).returning(columns);
    return proof ? settle(tx, proof) : "expired";
  });
}

let dummy: Promise<string> | undefined;
// Something to compare with while the mail is still on its way.
function unknownCode(): Promise<string> {
  return (dummy ??= hashCode("--------"));
}
