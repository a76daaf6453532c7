import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { letterRefusal } from "../../../db/schema/letters.ts";
import { dwelling, neighbourhood, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import type { Moderator } from "../session/viewer.ts";

const home = { street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition, postcode: dwelling.postcode };
type Home = { street: string | null; houseNumber: number | null; houseLetter: string | null; houseAddition: string | null };
const lineOf = ({ street: name, ...number }: Home) => `${name ?? ""} ${writtenNumber(number)}`.trim();

/** An address that wants no letters, and how we know. */
export type Refusal = { id: string; line: string; postcode: string | null; neighbourhoodName: string; way: "code" | "phone"; createdAt: Date };

/** The addresses in the neighbourhoods of this moderator that want no letters, newest first. */
export async function refusals(tx: ViewerTx, { moderates }: Moderator): Promise<Refusal[]> {
  const rows = await tx
    .select({ id: letterRefusal.id, way: letterRefusal.way, createdAt: letterRefusal.createdAt, neighbourhoodName: neighbourhood.name, ...home })
    .from(letterRefusal)
    .innerJoin(dwelling, eq(dwelling.id, letterRefusal.dwellingId))
    .innerJoin(neighbourhood, eq(neighbourhood.code, letterRefusal.neighbourhoodCode))
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .where(and(isNull(letterRefusal.endedAt), inArray(letterRefusal.neighbourhoodCode, [...moderates])))
    .orderBy(desc(letterRefusal.createdAt));
  return rows.map((row) => ({ id: row.id, line: lineOf(row), postcode: row.postcode, neighbourhoodName: row.neighbourhoodName, way: row.way, createdAt: row.createdAt }));
}

/** The homes of this moderator's neighbourhoods with a postcode (1234AB) and number. */
export async function homesToRefuse(tx: ViewerTx, { moderates }: Moderator, postcode: string, number: string): Promise<{ id: string; line: string; neighbourhoodCode: string }[]> {
  const rows = await tx
    .select({ id: dwelling.id, neighbourhoodCode: dwelling.neighbourhoodCode, ...home })
    .from(dwelling)
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .where(and(eq(dwelling.postcode, postcode), eq(dwelling.houseNumber, Number.parseInt(number, 10)), isNull(dwelling.endedOn), dwelling.isHome, inArray(dwelling.neighbourhoodCode, [...moderates])))
    .orderBy(asc(dwelling.houseLetter), asc(dwelling.houseAddition));
  const all = rows.map((row) => ({ id: row.id, line: lineOf(row), neighbourhoodCode: row.neighbourhoodCode! }));
  const bare = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const exact = all.filter(({ line }) => bare(line).endsWith(bare(number)) && bare(number) !== String(Number.parseInt(number, 10)));
  return exact.length ? exact : all;
}

/** Writes down that somebody phoned: no letters for this address any more. Nothing changes where that was known. */
export async function addRefusal(tx: ViewerTx, moderator: Moderator, { id, neighbourhoodCode }: { id: string; neighbourhoodCode: string }): Promise<void> {
  await tx.insert(letterRefusal).values({ dwellingId: id, neighbourhoodCode, way: "phone", enteredBy: moderator.residentId }).onConflictDoNothing();
}

/** Ends a refusal, at the wish of who lives there; who did it stays written down. @returns false when there was none */
export async function endRefusal(tx: ViewerTx, moderator: Moderator, id: string): Promise<boolean> {
  const ended = await tx
    .update(letterRefusal)
    .set({ endedAt: sql`now()`, endedBy: moderator.residentId })
    .where(and(eq(letterRefusal.id, id), isNull(letterRefusal.endedAt)))
    .returning({ id: letterRefusal.id });
  return ended.length > 0;
}
