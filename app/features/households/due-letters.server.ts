import { and, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { paperResident } from "../../../db/schema/assisted.ts";
import { type Locale, signup } from "../../../db/schema/auth.ts";
import { letterBatch, letterRefusal } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { daysBetweenLetters } from "./choose-letter.server.ts";
import { openSignup } from "./current-signup.server.ts";

/** A letter that may be printed now. */
export type DueLetter = { id: string; signupId: string | null; /** Of somebody who was helped on paper: then there is no sign-up. */ paperResidentId: string | null; dwellingId: string; locale: Locale };

/**
 * Letters that were asked for and may be printed now: an address gets one letter in 14 days, of whatever kind and however
 * late the earlier one was printed (one that tells of a claim holds up nobody's), and none when it wants none. One that stands in a file that can still be fetched waits.
 * @param batchId the batch that they are for, whose own letters don't wait for it
 */
export async function dueLetters(tx: AuthTx, which: ReturnType<typeof and>, batchId: string | null = null): Promise<DueLetter[]> {
  const other = alias(letter, "other");
  const lately = tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.dwellingId, letter.dwellingId), isNull(other.claimId), gt(other.printedAt, sql`now() - make_interval(days => ${daysBetweenLetters}::int)`)));
  const underWay = tx
    .select({ id: other.id })
    .from(other)
    .innerJoin(letterBatch, and(eq(letterBatch.id, other.batchId), inArray(letterBatch.state, ["waiting", "making", "ready"])))
    .where(and(eq(other.dwellingId, letter.dwellingId), isNull(other.endedAt), sql`${other.batchId} is distinct from ${batchId}`));
  const rows = await tx
    .select({ id: letter.id, signupId: signup.id, paperResidentId: paperResident.id, dwellingId: letter.dwellingId, locale: sql<Locale>`coalesce(${signup.locale}, ${paperResident.locale})` })
    .from(letter)
    .leftJoin(signup, and(eq(signup.id, letter.signupId), openSignup))
    .leftJoin(paperResident, and(eq(paperResident.id, letter.paperResidentId), isNull(paperResident.takenOverAt), isNull(paperResident.endedAt)))
    .where(and(or(isNotNull(signup.id), isNotNull(paperResident.id)), isNull(letter.endedAt), lte(letter.printAfter, sql`now()`), notExists(lately), notExists(underWay), notExists(refusedHere(tx)), which))
    .orderBy(letter.requestedAt)
    .for("update", { of: letter });
  return rows.filter((row, index) => rows.findIndex((first) => first.dwellingId === row.dwellingId) === index);
}

/** The refusal of the address of a letter. */
export const refusedHere = (tx: AuthTx) => tx.select({ id: letterRefusal.id }).from(letterRefusal).where(and(eq(letterRefusal.dwellingId, letter.dwellingId), isNull(letterRefusal.endedAt)));
