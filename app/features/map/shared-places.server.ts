import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { building, dwelling, type DwellingType, street } from "../../../db/schema/register.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import { homeTraits, likeMyHome } from "../neighbourhood/homes-like-mine.server.ts";
import type { Resident } from "../session/viewer.ts";
import { buildingAddress, writtenNumber } from "./building-address.ts";
import { openDoors } from "./open-doors.server.ts";
import { coarsen, type Shared, type SharedItem } from "./coarsen.ts";
import { groupBy } from "./group-by.ts";

/** What everybody may know of a place. Position in WGS84 (EPSG:4326). */
type PlaceFacts = {
  streetId: string;
  street: string;
  /** House number with its additions, or lowest and highest of a building with several homes. */
  number: string;
  dwellingType: DwellingType | null;
  builtYear: number | null;
  lon: number;
  lat: number;
};

/** A place where neighbours share something with this viewer. */
export type SharedPlace = PlaceFacts & { place: string; shared: Shared };

type Viewer = Pick<Resident, "householdId" | "neighbourhoodCode" | "dwellingId">;

/**
 * Every place where neighbours share a measure or a wish for their home with this viewer, in the order of the register.
 * The policies of the database decide what is shared; what the viewer's own household has is left out here, and what
 * several homes in one building share is coarsened. Map, list, filters and counts are all made from this.
 */
export async function sharedPlaces(tx: ViewerTx, viewer: Viewer): Promise<SharedPlace[]> {
  const rows = [...(await sharedMeasures(tx, viewer)), ...(await sharedWishes(tx, viewer))];
  const shared = coarsen(
    rows.flatMap(({ buildingId, dwellingId, homesInBuilding, kind, state, mayAsk, mayVisit }): SharedItem[] => {
      const what = state === "removed" ? null : state;
      if (!kind || !isMeasureKind(kind) || !what) return [];
      return [{ place: buildingId ?? dwellingId, dwellingId, homesInBuilding: homesInBuilding ?? 1, what, kind, mayAsk, mayVisit }];
    }),
  );
  const houses = new Map(rows.map((row) => [row.buildingId ?? row.dwellingId, row]));
  const buildings = await describeBuildings(tx, [...shared].filter(([, one]) => one.flat).map(([place]) => place));
  const doors = await openDoors(tx);
  return [...shared]
    .map(([place, one]): [string, Shared] => [place, withDoor(one, doors.get(place))])
    .map(([place, one]): SharedPlace => {
      const known = buildings.get(place);
      if (known) return { place, ...known, shared: one };
      const { streetId, street, dwellingType, builtYear, lon, lat, ...number } = houses.get(place)!;
      return { place, streetId, street, number: writtenNumber(number), dwellingType, builtYear, lon, lat, shared: one };
    })
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** A house where something is shared, with who may be asked there, and whether one can come and look. */
function withDoor(shared: Shared, door: { mayAsk: boolean; mayVisit: boolean } | undefined): Shared {
  return shared.flat || !door ? shared : { ...shared, mayAsk: shared.mayAsk || door.mayAsk, mayVisit: shared.mayVisit || door.mayVisit };
}

/** Places in the neighbourhood with a home like the viewer's, whoever lives there: a matter of the register, and of what the viewer's household says of its own home. */
export async function placesLikeMine(tx: ViewerTx, viewer: Viewer): Promise<Set<string>> {
  const mine = await homeTraits(tx, viewer);
  const alike = mine && likeMyHome(mine);
  if (!alike) return new Set();
  const rows = await tx
    .selectDistinct({ buildingId: dwelling.buildingId, dwellingId: dwelling.id })
    .from(dwelling)
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(eq(dwelling.neighbourhoodCode, viewer.neighbourhoodCode), isNull(dwelling.endedOn), ne(dwelling.id, viewer.dwellingId), alike));
  return new Set(rows.map((row) => row.buildingId ?? row.dwellingId));
}

/** What the register says of a home and the building it is in. */
const home = {
  dwellingId: dwelling.id,
  buildingId: dwelling.buildingId,
  homesInBuilding: building.dwellingCount,
  street: street.name,
  streetId: street.id,
  houseNumber: dwelling.houseNumber,
  houseLetter: dwelling.houseLetter,
  houseAddition: dwelling.houseAddition,
  dwellingType: dwelling.dwellingType,
  builtYear: building.builtYear,
  lon: dwelling.lon,
  lat: dwelling.lat,
};

async function sharedMeasures(tx: ViewerTx, viewer: Viewer) {
  return tx
    .select({ ...home, kind: measure.kind, state: measure.state, mayAsk: measure.mayAsk, mayVisit: measure.mayVisit })
    .from(measure)
    .innerJoin(dwelling, eq(dwelling.id, measure.dwellingId))
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(eq(measure.neighbourhoodCode, viewer.neighbourhoodCode), ne(measure.householdId, viewer.householdId), ne(measure.state, "removed")));
}

async function sharedWishes(tx: ViewerTx, viewer: Viewer) {
  const rows = await tx
    .select({ ...home, kind: wish.kind })
    .from(wish)
    .innerJoin(dwelling, eq(dwelling.id, wish.dwellingId))
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(eq(wish.neighbourhoodCode, viewer.neighbourhoodCode), ne(wish.householdId, viewer.householdId), eq(wish.scope, "home")));
  return rows.map((row) => ({ ...row, state: "wish" as const, mayAsk: false, mayVisit: false }));
}

/** Buildings with several homes, described by all of their addresses: nothing may depend on which of them share. */
async function describeBuildings(tx: ViewerTx, ids: string[]): Promise<Map<string, PlaceFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ ...home, dwellingType: building.dwellingType, lon: building.minLon, lat: building.minLat, maxLon: building.maxLon, maxLat: building.maxLat })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .innerJoin(building, eq(building.id, dwelling.buildingId))
    .where(and(inArray(dwelling.buildingId, ids), isNull(dwelling.endedOn)));
  return new Map(
    [...groupBy(rows, (row) => row.buildingId!)].map(([id, here]) => {
      const { dwellingType, builtYear, lon, lat, maxLon, maxLat } = here[0]!;
      return [id, { ...buildingAddress(here)!, dwellingType, builtYear, lon: (lon + maxLon) / 2, lat: (lat + maxLat) / 2 }];
    }),
  );
}
