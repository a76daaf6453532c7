import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { dwelling, neighbourhood, street } from "../../../db/schema/register.ts";
import { letter } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import type { Moderator } from "../session/viewer.ts";

/** An address that waits for proof. Who signed up there is not the moderator's business. */
export type PendingLetter = {
  id: string;
  neighbourhoodName: string;
  street: string;
  number: string;
  postcode: string | null;
  requestedAt: Date;
  /** The day before which it may not be printed: an address gets one letter in 14 days. Null when it may be. */
  notBefore: Date | null;
  printedAt: Date | null;
  printCount: number;
};

/** The letters that have not led to a household yet, in the neighbourhoods of this moderator, oldest first. */
export async function pendingLetters(tx: ViewerTx, moderator: Moderator): Promise<PendingLetter[]> {
  const rows = await tx
    .select({
      id: letter.id,
      neighbourhoodName: neighbourhood.name,
      street: street.name,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      postcode: dwelling.postcode,
      requestedAt: letter.requestedAt,
      notBefore: sql<Date | null>`case when ${letter.printAfter} > now() then ${letter.printAfter} end`.mapWith(letter.printAfter),
      printedAt: letter.printedAt,
      printCount: letter.printCount,
    })
    .from(letter)
    .innerJoin(dwelling, eq(dwelling.id, letter.dwellingId))
    .innerJoin(neighbourhood, eq(neighbourhood.code, letter.neighbourhoodCode))
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .where(and(isNull(letter.endedAt), inArray(letter.neighbourhoodCode, [...moderator.moderates])))
    .orderBy(asc(letter.requestedAt), asc(letter.id));
  return rows.map(({ houseNumber, houseLetter, houseAddition, ...row }) => ({ ...row, street: row.street ?? "", number: writtenNumber({ houseNumber, houseLetter, houseAddition }) }));
}
