import { asc, eq, sql } from "drizzle-orm";
import { dwelling, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { writtenNumber } from "../map/building-address.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** A neighbour who may be asked. Name and house number are there only where they show their home. */
export type Koploper = {
  id: string;
  shownName: string | null;
  streetName: string;
  number: string | null;
  kinds: MeasureKind[];
  line: string | null;
  /** The opening at which they can be asked; null where there is none now. */
  openingId: string | null;
  /** On the map, where their home shows itself. */
  place: string | null;
};

/**
 * Neighbours who may be asked, as far as this resident may see them: those of the own street first.
 * @param kind about this kind of measure; all of them with null
 */
export async function koplopersFor(tx: ViewerTx, resident: Pick<Resident, "streetId">, kind: MeasureKind | null): Promise<Koploper[]> {
  return read(tx, resident, kind === null ? undefined : sql`${kind} = any (k.kinds)`);
}

/** One of them; null for what isn't there, and for what isn't theirs to see. */
export async function findKoploper(tx: ViewerTx, resident: Pick<Resident, "streetId">, id: string | undefined): Promise<Koploper | null> {
  return isUuid(id) ? ((await read(tx, resident, eq(sql`k.id`, id)))[0] ?? null) : null;
}

async function read(tx: ViewerTx, { streetId }: Pick<Resident, "streetId">, which: ReturnType<typeof sql> | ReturnType<typeof eq> | undefined): Promise<Koploper[]> {
  const rows = await tx
    .select({
      id: sql<string>`k.id`,
      shownName: sql<string | null>`k.shown_name`,
      streetName: street.name,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      dwellingId: sql<string | null>`k.dwelling_id`,
      buildingId: sql<string | null>`k.building_id`,
      kinds: sql<string[]>`k.kinds`,
      line: sql<string | null>`k.line`,
      openingId: sql<string | null>`viewer.opening_of_koploper(k.id)`,
    })
    .from(sql`viewer.koplopers_seen() k`)
    .innerJoin(street, eq(street.id, sql`k.street_id`))
    .leftJoin(dwelling, eq(dwelling.id, sql`k.dwelling_id`))
    .where(which)
    .orderBy(sql`k.street_id <> ${streetId}`, asc(street.name), sql`k.id`)
    .limit(100);
  return rows.map(({ houseNumber, houseLetter, houseAddition, dwellingId, buildingId, kinds, ...row }) => ({
    ...row,
    kinds: kinds.filter(isMeasureKind),
    number: dwellingId === null ? null : writtenNumber({ houseNumber, houseLetter, houseAddition }),
    place: dwellingId === null ? null : (buildingId ?? dwellingId),
  }));
}
