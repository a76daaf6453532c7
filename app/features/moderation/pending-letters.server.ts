import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { letterBatch, letterRefusal } from "../../../db/schema/letters.ts";
import { dwelling, neighbourhood, street } from "../../../db/schema/register.ts";
import { letter } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import type { Moderator } from "../session/viewer.ts";

/** An address that waits for proof. Who signed up there is not the moderator's business. */
export type PendingLetter = {
  id: string;
  neighbourhoodCode: string;
  neighbourhoodName: string;
  street: string;
  number: string;
  postcode: string | null;
  requestedAt: Date;
  /** The day before which it may not be printed: an address gets one letter in 14 days. Null when it may be. */
  notBefore: Date | null;
  printedAt: Date | null;
  printCount: number;
  /** The address wants no letters. */
  refused: boolean;
  /** It stands in a file that is being made, or can still be fetched. */
  inFile: boolean;
};

/** Whether a letter is printed with the next batch of those that were asked for. */
export const isToPrint = (letter: PendingLetter) => !letter.printedAt && !letter.notBefore && !letter.refused && !letter.inFile;

// An address gets one letter in 14 days, of whatever kind.
const soonest = sql`greatest(${letter.printAfter}, (select max(o.printed_at) + interval '14 days' from ${letter} o where o.dwelling_id = ${letter.dwellingId} and o.id <> ${letter.id}))`;

/** The letters that were asked for and have not led to a household yet, in the neighbourhoods of this moderator, oldest first. */
export async function pendingLetters(tx: ViewerTx, moderator: Moderator): Promise<PendingLetter[]> {
  const rows = await tx
    .select({
      id: letter.id,
      neighbourhoodCode: letter.neighbourhoodCode,
      neighbourhoodName: neighbourhood.name,
      street: street.name,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      postcode: dwelling.postcode,
      requestedAt: letter.requestedAt,
      notBefore: sql<Date | null>`case when ${soonest} > now() then ${soonest} end`.mapWith(letter.printAfter),
      refused: sql<boolean>`exists (select from ${letterRefusal} r where r.dwelling_id = ${letter.dwellingId} and r.ended_at is null)`,
      inFile: sql<boolean>`coalesce(${letterBatch.state} in ('waiting', 'making', 'ready'), false)`,
      printedAt: letter.printedAt,
      printCount: letter.printCount,
    })
    .from(letter)
    .innerJoin(dwelling, eq(dwelling.id, letter.dwellingId))
    .innerJoin(neighbourhood, eq(neighbourhood.code, letter.neighbourhoodCode))
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(letterBatch, eq(letterBatch.id, letter.batchId))
    .where(and(isNull(letter.endedAt), isNotNull(letter.signupId), inArray(letter.neighbourhoodCode, [...moderator.moderates])))
    .orderBy(asc(letter.requestedAt), asc(letter.id));
  return rows.map(({ houseNumber, houseLetter, houseAddition, ...row }) => ({ ...row, street: row.street ?? "", number: writtenNumber({ houseNumber, houseLetter, houseAddition }) }));
}
