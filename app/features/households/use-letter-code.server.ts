import { timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { account, letterCode, signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { takeOver } from "../assisted/take-over.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { consume, limits } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { findSignup } from "./current-signup.server.ts";
import { completeSignup } from "./end-signup.server.ts";
import { hashLetterCode } from "./letter-code.server.ts";
import { makeHousehold } from "./make-household.server.ts";

/** How often a code may be typed wrong: per code, and per sign-up since its last letter. */
export const maxLetterTries = 5;

export type LetterCodeResult = "welcome" | "wrong_code" | "no_tries" | "no_letter";

/**
 * Proves a home with the code from a letter of one's own sign-up or of an invitation to its address, which makes a new
 * household there, or takes over what was entered there on paper: any letter whose code still counts, because an earlier one
 * may come late. A try is counted before anything is compared. A wrong code, one that was used and one that never was give the same answer: else who signs up at
 * an address would learn whether somebody there took part. Many wrong codes in one neighbourhood are reported to its
 * moderators and lock nobody out.
 */
export async function useLetterCode(viewer: AccountViewer, code: string): Promise<LetterCodeResult> {
  const tried = await asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (!own) return null;
    const counted = await tx.update(signup).set({ codeTries: sql`${signup.codeTries} + 1` }).where(and(eq(signup.id, own.id), lt(signup.codeTries, maxLetterTries))).returning({ id: signup.id });
    return { own, codes: counted.length > 0 ? await codesFor(tx, own) : null };
  });
  if (!tried) return "no_letter";
  if (!tried.codes) return "no_tries";
  const { own } = tried;
  const right = tried.codes.find(({ id, hash }) => timingSafeEqual(Buffer.from(hash), Buffer.from(hashLetterCode(id, code))));
  if (!right) {
    await countWrongLetterCode(own.neighbourhoodCode);
    return "wrong_code";
  }
  return asAuth(async (tx) => {
    // The sign-up before the code, as above: the other way round two who try at the same moment would wait for each other.
    await tx.select({ id: signup.id }).from(signup).where(eq(signup.id, own.id)).for("update");
    const [used] = await tx.update(letterCode).set({ usedAt: sql`now()` }).where(and(eq(letterCode.letterId, right.id), isNull(letterCode.usedAt))).returning({ id: letterCode.letterId });
    if (!used || !(await completeSignup(tx, own.id))) return "no_letter";
    // Who was helped on paper may have stopped meanwhile; the code still proves the home.
    if (right.paperResidentId && (await takeOver(tx, viewer.accountId, { paperResidentId: right.paperResidentId, dwellingId: own.dwellingId }))) return "welcome";
    await makeHousehold(tx, viewer.accountId, own.dwellingId, "letter");
    return "welcome";
  });
}

/** The codes that count for a sign-up, with the try counted on the newest; those that were tried too often are left out. */
async function codesFor(tx: AuthTx, own: { id: string; dwellingId: string }) {
  const invitation = and(isNull(letterCode.signupId), eq(letter.dwellingId, own.dwellingId), isNull(letter.signupId), isNull(letter.endedAt), isNotNull(letter.printedAt));
  const onPaper = and(isNull(letterCode.signupId), eq(letter.dwellingId, own.dwellingId), isNotNull(letter.paperResidentId), isNull(letter.endedAt));
  const alive = await tx
    .select({ id: letterCode.letterId, hash: letterCode.codeHmac, tries: letterCode.tries, paperResidentId: letter.paperResidentId })
    .from(letterCode)
    .leftJoin(letter, eq(letter.id, letterCode.letterId))
    .where(and(or(eq(letterCode.signupId, own.id), invitation, onPaper), isNull(letterCode.usedAt), gt(letterCode.expiresAt, sql`now()`)))
    .orderBy(desc(letterCode.createdAt));
  const [newest, ...earlier] = alive;
  if (!newest) return [];
  const counted = await tx
    .update(letterCode)
    .set({ tries: sql`${letterCode.tries} + 1` })
    .where(and(eq(letterCode.letterId, newest.id), lt(letterCode.tries, maxLetterTries)))
    .returning({ id: letterCode.letterId });
  return [...(counted.length > 0 ? [newest] : []), ...earlier.filter(({ tries }) => tries < maxLetterTries)];
}

/** Counts a wrong code from a letter in a neighbourhood; at the last that is ordinary its moderators are told. */
export async function countWrongLetterCode(neighbourhoodCode: string): Promise<void> {
  const { count } = await consume("wrongLetterCodePerNeighbourhood", neighbourhoodCode);
  if (count !== limits.wrongLetterCodePerNeighbourhood.points) return;
  console.warn("many wrong letter codes in one neighbourhood today: its moderators are told");
  await asAuth(async (tx) => {
    const moderators = await tx.select({ id: account.id }).from(account).where(sql`exists (select from viewer.roles_now() g where g.account_id = ${account.id} and g.role = 'moderator' and g.neighbourhood_code = ${neighbourhoodCode})`);
    for (const { id } of moderators) await enqueue(tx, "code-alarm", { accountId: id });
  });
}
