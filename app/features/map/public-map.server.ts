import { and, eq, isNull } from "drizzle-orm";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { baseMap, building, dwelling, dwellingTypes, neighbourhood, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { periodIndex } from "../neighbourhood/building-period.ts";
import { buildingAddress, type Numbered } from "./building-address.ts";
import { groupBy } from "./group-by.ts";
import { type BaseKind, baseKinds, type EncodedBase, type EncodedShape, encodeIds, encodingVersion, type MapData, ShapeWriter } from "./map-encoding.ts";
import { buildingFinder, placeStreetName } from "./street-labels.ts";

/** What stands in the URL of a neighbourhood's map data: the version of the register, and that of how it is written down. */
export function versionOf(mapVersion: number): string {
  return `${mapVersion}.${encodingVersion}`;
}

/** The present version of a neighbourhood's map data; null when it doesn't exist or isn't this viewer's. */
export async function presentVersion(tx: ViewerTx, code: string): Promise<string | null> {
  const [area] = await tx.select({ mapVersion: neighbourhood.mapVersion }).from(neighbourhood).where(and(eq(neighbourhood.code, code), isNull(neighbourhood.endedOn)));
  return area ? versionOf(area.mapVersion) : null;
}

/**
 * Reads what the public registers say of a neighbourhood and writes it down for the map. Nothing in it is about a person.
 * @returns null when the neighbourhood doesn't exist or isn't this viewer's
 */
export async function readPublicMap(tx: ViewerTx, code: string): Promise<MapData | null> {
  const [area] = await tx
    .select({ name: neighbourhood.name, geometry: neighbourhood.geometry, minLon: neighbourhood.minLon, minLat: neighbourhood.minLat, mapVersion: neighbourhood.mapVersion })
    .from(neighbourhood)
    .where(and(eq(neighbourhood.code, code), isNull(neighbourhood.endedOn)));
  if (!area) return null;
  const buildings = await tx
    .select({ id: building.id, geometry: building.geometry, homes: building.dwellingCount, type: building.dwellingType, builtYear: building.builtYear })
    .from(building)
    .where(and(eq(building.neighbourhoodCode, code), isNull(building.endedOn)))
    .orderBy(building.id);
  const addresses = await tx
    .select({
      buildingId: dwelling.buildingId, streetId: street.id, street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition, lon: dwelling.lon, lat: dwelling.lat,
    })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .where(and(eq(dwelling.neighbourhoodCode, code), isNull(dwelling.endedOn)))
    .orderBy(dwelling.id);
  const [base] = await tx.select({ geojson: baseMap.geojson }).from(baseMap).where(eq(baseMap.neighbourhoodCode, code));

  const origin: [number, number] = [Math.floor(area.minLon * 1e4) / 1e4, Math.floor(area.minLat * 1e4) / 1e4];
  const writer = new ShapeWriter(origin);
  const streets = [...new Set(addresses.map((address) => address.street))].sort((a, b) => a.localeCompare(b, "nl"));
  const perBuilding = groupBy(addresses, (address) => address.buildingId);
  const called = buildings.map((one) => buildingAddress(perBuilding.get(one.id) ?? []));
  const boundary = writer.polygons(area.geometry);
  const shapes = buildings.map((one) => writer.polygons(one.geometry));
  const drawn = drawnShapes(base?.geojson.features ?? []);
  const named = new Set(drawn.filter((shape) => shape.kind === "street" || shape.kind === "path").map((shape) => shape.name));

  return {
    version: versionOf(area.mapVersion),
    name: area.name,
    origin,
    boundary,
    streets,
    ids: encodeIds(buildings.map((one) => one.id)),
    shapes,
    typeNames: [...dwellingTypes],
    types: buildings.map((one) => (one.type ? dwellingTypes.indexOf(one.type) : -1)),
    periods: buildings.map((one) => (one.homes > 0 && one.builtYear !== null ? periodIndex(one.builtYear) : -1)),
    homes: buildings.map((one) => one.homes),
    streetOf: called.map((one) => (one ? streets.indexOf(one.street) : -1)),
    numbers: called.map((one) => one?.number ?? ""),
    labels: streetLabels(writer, streets.filter((name) => !named.has(name)), addresses, buildings).map(({ name, angle, at }) => [streets.indexOf(name), angle, ...writer.line([at])]),
    base: drawn.map(({ kind, className, name, width, write }): EncodedBase => [kind, className, name, Math.round(width * 10), write(writer)]),
  };
}

type Address = Numbered & { lon: number; lat: number };

function streetLabels(writer: ShapeWriter, names: string[], addresses: Address[], buildings: { geometry: Polygon | MultiPolygon }[]) {
  const outer = buildings.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates[0]!] : geometry.coordinates.map((rings) => rings[0]!)));
  const inBuilding = buildingFinder(outer.map((ring) => writer.steps(ring)));
  return names.flatMap((name) => {
    const here = addresses.filter((address) => address.street === name).map((address): Position => [address.lon, address.lat]);
    return placeStreetName(name, writer.steps(here), inBuilding).map((label) => ({ name, ...label }));
  });
}

type Drawn = { kind: BaseKind; className: string; name: string; width: number; write: (writer: ShapeWriter) => EncodedShape };

/** Reads the features that the map draws: `kind`, and where it has them `class`, `name` and `width` in metres. */
function drawnShapes(features: GeoJSON.Feature[]): Drawn[] {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const trees = features.flatMap(({ geometry, properties }) => (properties?.kind === "tree" && geometry.type === "Point" ? [geometry.coordinates] : []));
  const drawn = features.flatMap(({ geometry, properties }): Drawn[] => {
    const kind = baseKinds.find((known) => known === properties?.kind);
    const write = writing(geometry);
    if (!kind || !write) return [];
    return [{ kind, className: text(properties?.class), name: text(properties?.name), width: Number(properties?.width) || 0, write }];
  });
  return trees.length ? [...drawn, { kind: "tree", className: "", name: "", width: 0, write: (writer) => writer.points(trees) }] : drawn;
}

function writing(geometry: GeoJSON.Geometry): Drawn["write"] | null {
  if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") return (writer) => writer.polygons(geometry);
  if (geometry.type === "LineString") return (writer) => writer.lines([geometry.coordinates]);
  if (geometry.type === "MultiLineString") return (writer) => writer.lines(geometry.coordinates);
  return null;
}
