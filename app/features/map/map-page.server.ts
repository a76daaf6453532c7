import { and, eq } from "drizzle-orm";
import { dwelling, neighbourhood, street, streetInNeighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { matches, readFilters } from "./filters.ts";
import { type LayerFacts, layerFacts } from "./layer-facts.server.ts";
import { type HomeCard, homeCard } from "./home-card.server.ts";
import { readLayer } from "./public-layers.ts";
import { versionOf } from "./public-map.server.ts";
import { type Found, searchAddresses } from "./search-addresses.server.ts";
import { countsOf, type Spot, type SpotCounts, streetSpots } from "./street-spots.server.ts";
import { placesLikeMine, sharedPlaces, type SharedPlace } from "./shared-places.server.ts";

/** Rows of the list on one page. */
export const rowsPerPage = 25;

export type ListRow = SharedPlace & { distance: number };

/** Everything the page with the map and its list shows, from one set of places. */
export type MapPage = {
  version: string;
  neighbourhoodCode: string;
  neighbourhoodName: string;
  /** Year of the boundary. */
  year: number;
  /** West, south, east, north in degrees (WGS84). */
  bounds: [number, number, number, number];
  home: { place: string; lon: number; lat: number; street: string };
  /** Every place that matches, for the map; the list shows them page by page. */
  matching: string[];
  /** Sharing homes at those places; a building with several homes counts for as many as it shows. */
  homes: number;
  rows: ListRow[];
  page: number;
  pages: number;
  /** Places like the viewer's own home by the register; null unless asked for. */
  alike: string[] | null;
  /** The street that the filter asks for. */
  street: string | null;
  /** What the public layer says that is on; null without one. */
  layer: LayerFacts | null;
  card: HomeCard | null;
  /** Streets and squares where something is asked or open, that match. */
  spots: SpotCounts[];
  /** The one of these whose card is open. */
  spot: Spot | null;
  found: Found | null;
};

/** Reads the page for what its URL asks. */
export async function readMapPage(tx: ViewerTx, viewer: Resident, query: URLSearchParams): Promise<MapPage> {
  const filters = readFilters(query);
  const [area] = await tx
    .select({
      year: neighbourhood.year, code: neighbourhood.code, name: neighbourhood.name, mapVersion: neighbourhood.mapVersion,
      minLon: neighbourhood.minLon, minLat: neighbourhood.minLat, maxLon: neighbourhood.maxLon, maxLat: neighbourhood.maxLat,
      home: { lon: dwelling.lon, lat: dwelling.lat },
    })
    .from(neighbourhood)
    .innerJoin(dwelling, eq(dwelling.id, viewer.dwellingId))
    .where(eq(neighbourhood.code, viewer.neighbourhoodCode));
  if (!area) throw new Error("The viewer's own home is not in the register.");
  const { home } = area;
  const alike = filters.likeMine ? await placesLikeMine(tx, viewer) : null;
  const all = await sharedPlaces(tx, viewer);
  const places = all.filter(({ place, shared, ...facts }) => matches(place, facts, shared, filters, alike ?? new Set()));
  const near = places.map((place) => ({ ...place, distance: metres(home, place) })).sort((a, b) => a.distance - b.distance || (a.place < b.place ? -1 : 1));
  const layer = readLayer(query);
  const spots = await streetSpots(tx, viewer, filters);
  const pages = Math.max(1, Math.ceil(near.length / rowsPerPage));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(query.get("pagina"))) || 1));
  const chosen = query.get("huis");
  const asked = query.get("zoek")?.trim();
  return {
    version: versionOf(area.mapVersion),
    neighbourhoodCode: area.code,
    neighbourhoodName: area.name,
    year: area.year,
    bounds: [area.minLon, area.minLat, area.maxLon, area.maxLat],
    home: { place: viewer.buildingId ?? viewer.dwellingId, ...home, street: viewer.streetName },
    matching: places.map(({ place }) => place),
    homes: places.reduce((sum, { shared }) => sum + (shared.flat ? shared.homes : 1), 0),
    rows: near.slice((page - 1) * rowsPerPage, page * rowsPerPage),
    page,
    pages,
    alike: alike && [...alike].sort(),
    street: filters.streetId ? await streetName(tx, area.code, filters.streetId) : null,
    layer: layer && (await layerFacts(tx, area.code, layer)),
    card: chosen ? await homeCard(tx, viewer, chosen, all.find(({ place }) => place === chosen)) : null,
    spots: spots.map(countsOf),
    spot: spots.find(({ place }) => place === query.get("plek")) ?? null,
    found: asked ? await searchAddresses(tx, area.code, asked) : null,
  };
}

async function streetName(tx: ViewerTx, neighbourhoodCode: string, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ name: street.name })
    .from(streetInNeighbourhood)
    .innerJoin(street, eq(street.id, streetInNeighbourhood.streetId))
    .where(and(eq(streetInNeighbourhood.neighbourhoodCode, neighbourhoodCode), eq(street.id, id)));
  return row?.name ?? null;
}

/** Metres between two places in one neighbourhood (WGS84). */
function metres(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const eastward = (b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.round(Math.hypot(eastward, b.lat - a.lat) * 111_320);
}
