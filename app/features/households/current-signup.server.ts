import { and, desc, eq, isNull } from "drizzle-orm";
import { signup } from "../../../db/schema/auth.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { findHome, type FoundAddress } from "./find-addresses.server.ts";

export const openSignup = and(isNull(signup.completedAt), isNull(signup.endedAt));

/** The sign-up of an account that isn't finished; an account has one at most. */
export async function findSignup(tx: AuthTx, accountId: string) {
  const [row] = await tx
    .select({ id: signup.id, dwellingId: signup.dwellingId, neighbourhoodCode: signup.neighbourhoodCode, way: signup.way, createdAt: signup.createdAt })
    .from(signup)
    .where(and(eq(signup.accountId, accountId), openSignup))
    .orderBy(desc(signup.createdAt))
    .limit(1);
  return row ?? null;
}

export type CurrentSignup = { id: string; way: "letter" | "join" | "vouch" | "door" | null; address: FoundAddress; /** Of the letter asked for last; null while that one waits to be printed. */ letterPrintedAt: Date | null };

/** How far the sign-up of an account is, for its own pages. */
export async function currentSignup(accountId: string): Promise<CurrentSignup | null> {
  return asAuth(async (tx) => {
    const found = await findSignup(tx, accountId);
    const address = found && (await findHome(tx, found.dwellingId));
    if (!found || !address) return null;
    const [last] = await tx.select({ printedAt: letter.printedAt }).from(letter).where(eq(letter.signupId, found.id)).orderBy(desc(letter.requestedAt)).limit(1);
    return { id: found.id, way: found.way, address, letterPrintedAt: last?.printedAt ?? null };
  });
}
