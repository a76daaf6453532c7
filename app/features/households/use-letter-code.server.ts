import { timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { account, letterCode } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { consume, limits } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { findSignup } from "./current-signup.server.ts";
import { completeSignup } from "./end-signup.server.ts";
import { hashLetterCode } from "./letter-code.server.ts";
import { makeHousehold } from "./make-household.server.ts";

export const maxLetterTries = 5;

export type LetterCodeResult = "welcome" | "wrong_code" | "no_tries" | "no_letter";

/**
 * Proves a home with the code from a letter of one's own sign-up, which makes a new household there: any letter whose
 * code still counts, because an earlier one may come late. A try is counted once, on the newest code, before anything is
 * compared. Many wrong codes in one neighbourhood are reported to its moderators and lock nobody out.
 */
export async function useLetterCode(viewer: AccountViewer, code: string): Promise<LetterCodeResult> {
  const tried = await asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (!own) return null;
    const alive = await tx
      .select({ id: letterCode.letterId, hash: letterCode.codeHmac, tries: letterCode.tries })
      .from(letterCode)
      .where(and(eq(letterCode.signupId, own.id), isNull(letterCode.usedAt), gt(letterCode.expiresAt, sql`now()`)))
      .orderBy(desc(letterCode.createdAt));
    const newest = alive[0];
    if (!newest) return null;
    const counted = await tx
      .update(letterCode)
      .set({ tries: sql`${letterCode.tries} + 1` })
      .where(and(eq(letterCode.letterId, newest.id), lt(letterCode.tries, maxLetterTries)))
      .returning({ id: letterCode.letterId });
    return { own, codes: counted.length > 0 ? alive.filter(({ tries }) => tries < maxLetterTries) : null };
  });
  if (!tried) return "no_letter";
  if (!tried.codes) return "no_tries";
  const { own } = tried;
  const letter = tried.codes.find(({ id, hash }) => timingSafeEqual(Buffer.from(hash), Buffer.from(hashLetterCode(id, code))));
  if (!letter) {
    await countFailure(own.neighbourhoodCode);
    return "wrong_code";
  }
  return asAuth(async (tx) => {
    const [used] = await tx.update(letterCode).set({ usedAt: sql`now()` }).where(and(eq(letterCode.letterId, letter.id), isNull(letterCode.usedAt))).returning({ id: letterCode.letterId });
    if (!used || !(await completeSignup(tx, own.id))) return "no_letter";
    await makeHousehold(tx, viewer.accountId, own.dwellingId);
    return "welcome";
  });
}

async function countFailure(neighbourhoodCode: string): Promise<void> {
  const { count } = await consume("wrongLetterCodePerNeighbourhood", neighbourhoodCode);
  if (count !== limits.wrongLetterCodePerNeighbourhood.points) return;
  console.warn("many wrong letter codes in one neighbourhood today: its moderators are told");
  await asAuth(async (tx) => {
    const moderators = await tx.select({ id: account.id }).from(account).where(sql`exists (select from viewer.roles_now() g where g.account_id = ${account.id} and g.role = 'moderator' and g.neighbourhood_code = ${neighbourhoodCode})`);
    for (const { id } of moderators) await enqueue(tx, "code-alarm", { accountId: id });
  });
}
