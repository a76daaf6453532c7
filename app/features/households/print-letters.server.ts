import { and, eq, gt, inArray, isNull, lte, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { letterCode, type Locale, signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { codeNotices, dueNotices } from "../addresses/notice-letters.server.ts";
import { showCode } from "../session/short-code.ts";
import type { Moderator } from "../session/viewer.ts";
import { daysBetweenLetters } from "./choose-letter.server.ts";
import { openSignup } from "./current-signup.server.ts";
import { findHome } from "./find-addresses.server.ts";
import { hashLetterCode, makeLetterCode } from "./letter-code.server.ts";

/** Days in which a code from a letter counts, from its printing. */
export const letterCodeDays = 30;

/** What goes on one sheet: the address (no name is known), the code, and the page where it is typed. */
export type PrintedLetter = { /** A code to join with, or one to object with. */ kind: "code" | "notice"; letterId: string; locale: Locale; addressLines: string[]; code: string; url: string; validUntil: Date };

/**
 * Makes the codes of letters at the moment at which they are printed; printing again makes new codes and ends the earlier
 * ones. Letters that aren't due, have ended, or belong to a neighbourhood of somebody else are left out.
 */
export async function printLetters(moderator: Moderator, letterIds: readonly string[]): Promise<PrintedLetter[]> {
  return asAuth(async (tx) => {
    if (letterIds.length === 0) return [];
    const which = and(inArray(letter.id, letterIds), inArray(letter.neighbourhoodCode, moderator.moderates));
    const due = await dueLetters(tx, which);
    const notices = await dueNotices(tx, which);
    await tx
      .update(letter)
      .set({ printedAt: sql`now()`, printedBy: moderator.accountId, printCount: sql`${letter.printCount} + 1` })
      .where(inArray(letter.id, [...due, ...notices].map((row) => row.id).concat(nothing)));
    return [...(await withNewCodes(tx, due)), ...(await codeNotices(tx, notices))];
  });
}

// An empty list isn't SQL; this id is nobody's.
const nothing = "00000000-0000-0000-0000-000000000000";

type Due = { id: string; signupId: string; dwellingId: string; locale: Locale };

/** Letters that may be printed now: an address gets one sign-up's letter in 14 days, however late the earlier one was printed. */
export async function dueLetters(tx: AuthTx, which: ReturnType<typeof and>): Promise<Due[]> {
  const other = alias(letter, "other");
  const othersLately = tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.dwellingId, letter.dwellingId), isNull(other.claimId), ne(other.signupId, letter.signupId), gt(other.printedAt, sql`now() - make_interval(days => ${daysBetweenLetters}::int)`)));
  const rows = await tx
    .select({ id: letter.id, signupId: letter.signupId, dwellingId: letter.dwellingId, locale: signup.locale })
    .from(letter)
    .innerJoin(signup, and(eq(signup.id, letter.signupId), openSignup))
    .where(and(isNull(letter.endedAt), lte(letter.printAfter, sql`now()`), notExists(othersLately), which))
    .orderBy(letter.requestedAt)
    .for("update", { of: letter });
  return rows.filter((row, index) => rows.findIndex((first) => first.dwellingId === row.dwellingId) === index);
}

/** Gives letters new codes; the database keeps HMACs only. */
export async function withNewCodes(tx: AuthTx, letters: Due[]): Promise<PrintedLetter[]> {
  const url = new URL("/meedoen/code", env().APP_URL).href;
  const validUntil = new Date(Date.now() + letterCodeDays * 86_400_000);
  const coded: PrintedLetter[] = [];
  for (const { id, signupId, dwellingId, locale } of letters) {
    const home = await findHome(tx, dwellingId);
    if (!home) continue;
    const code = makeLetterCode();
    const fresh = { codeHmac: hashLetterCode(id, code), tries: 0, createdAt: new Date(), expiresAt: validUntil, usedAt: null };
    await tx.insert(letterCode).values({ letterId: id, signupId, ...fresh }).onConflictDoUpdate({ target: letterCode.letterId, set: fresh });
    coded.push({ kind: "code", letterId: id, locale, addressLines: [home.line, `${home.postcode}  ${home.place}`.trim()], code: showCode(code), url, validUntil });
  }
  return coded;
}
