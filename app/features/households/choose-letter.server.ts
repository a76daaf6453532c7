import { and, count, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { findSignup } from "./current-signup.server.ts";

export const maxPendingPerAddress = 3;
export const daysBetweenLetters = 14;

/** Remembers that somebody holds a letter with a code, or will: the page where it is typed is theirs. No letter is asked for. */
export async function haveLetter(viewer: AccountViewer): Promise<void> {
  await asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (own) await tx.update(signup).set({ way: "letter" }).where(eq(signup.id, own.id));
  });
}

/**
 * Asks for a letter with a code. An address gets one letter in 14 days and has three waiting at most; who comes after that
 * gets the same answer, because it would tell that somebody else signed up there. A letter that ended before it was
 * printed holds up nobody: else signing up and stopping would keep an address from ever getting one.
 * @returns false when the account has no sign-up to prove
 */
export async function chooseLetter(viewer: AccountViewer): Promise<boolean> {
  return asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (!own) return false;
    await tx.update(signup).set({ way: "letter" }).where(eq(signup.id, own.id));
    await lockLetters(tx, own.neighbourhoodCode);
    const [last] = await tx.select({ id: letter.id, printedAt: letter.printedAt }).from(letter).where(and(eq(letter.signupId, own.id), isNull(letter.endedAt))).orderBy(desc(letter.requestedAt)).limit(1);
    if (last && !mayAskAgain(last.printedAt)) return true;
    if (last) await tx.update(letter).set({ endedAt: sql`now()` }).where(eq(letter.id, last.id));
    const [others] = await tx.select({ open: count().mapWith(Number) }).from(letter).where(and(eq(letter.dwellingId, own.dwellingId), isNull(letter.endedAt), ne(letter.signupId, own.id)));
    if ((others?.open ?? 0) >= maxPendingPerAddress) return true;
    const next = sql`greatest(now(), (select max(coalesce(l.printed_at, l.print_after)) + make_interval(days => ${daysBetweenLetters}::int) from letter l
      where l.dwelling_id = ${own.dwellingId} and (l.printed_at is not null or l.ended_at is null)))`;
    await tx.insert(letter).values({ neighbourhoodCode: own.neighbourhoodCode, dwellingId: own.dwellingId, signupId: own.id, printAfter: next });
    await wakeDelivery(tx);
    return true;
  });
}

/** A letter that should have come by now may be asked for once more. */
export function mayAskAgain(printedAt: Date | null): boolean {
  return printedAt !== null && mayAskFrom(printedAt) < new Date();
}

/** From when on a letter that was printed may be asked for once more. */
export function mayAskFrom(printedAt: Date): Date {
  return new Date(printedAt.getTime() + daysBetweenLetters * 86_400_000);
}

/** Who decides on letters to addresses of one neighbourhood at the same time waits for each other. */
export async function lockLetters(tx: AuthTx, neighbourhoodCode: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`letters ${neighbourhoodCode}`}, 0))`);
}
