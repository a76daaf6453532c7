import { and, eq, isNull, or } from "drizzle-orm";
import { building, dwelling, type DwellingType, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { SharedItem } from "../sharing/shared-item.ts";
import { buildingAddress } from "./building-address.ts";
import type { SharedFlat } from "./coarsen.ts";
import { itemsAtHome } from "./items-at-home.server.ts";
import type { SharedPlace } from "./shared-places.server.ts";

/** What a resident gets to see of one place: what the register says of it, and what neighbours share there. Area in m². */
export type HomeCard = {
  place: string;
  own: boolean;
  street: string;
  number: string;
  homes: number;
  dwellingType: DwellingType | null;
  builtYear: number | null;
  areaM2: number | null;
  sourceDate: string | null;
  lon: number;
  lat: number;
  counts: SharedFlat | null;
  items: SharedItem[] | null;
};

/**
 * The card of one place in the viewer's neighbourhood.
 * @param sharedHere what the map shows there, from `sharedPlaces`; a card never says more of a building with several homes
 * @returns null for what doesn't exist, has no address, or lies elsewhere
 */
export async function homeCard(tx: ViewerTx, viewer: Resident, place: string, sharedHere: SharedPlace | undefined): Promise<HomeCard | null> {
  const rows = await tx
    .select({
      dwellingId: dwelling.id, buildingId: dwelling.buildingId, isHome: dwelling.isHome, streetId: street.id, street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition, areaM2: dwelling.areaM2, homeType: dwelling.dwellingType, lon: dwelling.lon, lat: dwelling.lat, homeDate: dwelling.sourceDate,
      builtYear: building.builtYear, buildingType: building.dwellingType, homes: building.dwellingCount, buildingDate: building.sourceDate,
    })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(
      and(eq(dwelling.neighbourhoodCode, viewer.neighbourhoodCode), isNull(dwelling.endedOn), or(eq(dwelling.buildingId, place), and(eq(dwelling.id, place), isNull(dwelling.buildingId)))),
    )
    .orderBy(dwelling.id);
  const [first] = rows;
  if (!first) return null;
  const single = rows.length === 1;
  const counts = sharedHere?.shared.flat ? sharedHere.shared : null;
  return {
    place,
    own: rows.some((row) => row.dwellingId === viewer.dwellingId),
    street: buildingAddress(rows)!.street,
    number: buildingAddress(rows)!.number,
    homes: first.homes ?? (first.isHome ? 1 : 0),
    dwellingType: single ? first.homeType : first.buildingType,
    builtYear: first.builtYear,
    areaM2: single ? first.areaM2 : null,
    sourceDate: first.buildingDate ?? first.homeDate,
    lon: rows.reduce((sum, row) => sum + row.lon, 0) / rows.length,
    lat: rows.reduce((sum, row) => sum + row.lat, 0) / rows.length,
    counts,
    items: sharedHere && !counts ? await itemsAtHome(tx, viewer, rows.map((row) => row.dwellingId)) : null,
  };
}
