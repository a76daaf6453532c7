import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Position } from "geojson";
import { z } from "zod";
import { ImportError } from "../import-error.ts";
import type { RingPolygon } from "../polygon-json.ts";
import { parseJson, requireReadable, WGS84_NAMES } from "../read-boundaries.ts";
import type { AreaFile, AreaLayer, Feature } from "./area-file.ts";
import { areaColumns, type AreaLevel } from "./read-area.ts";

const RD_NAMES = /^(?:urn:ogc:def:crs:EPSG:[\d.]*:28992|EPSG:28992|https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/0\/28992)$/i;

const collection = z.object({
  type: z.literal("FeatureCollection"),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  numberMatched: z.union([z.number(), z.string()]).nullish(),
  numberReturned: z.number().nullish(),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() })),
});
const ring = z.array(z.array(z.number()).min(2));
const shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/**
 * Opens areas of CBS as GeoJSON, in WGS84 or, where its `crs` says so, in EPSG:28992. It is read whole.
 * @throws ImportError in one line for what is too large, no GeoJSON, in another coordinate system, a page of a larger
 * answer, or has no areas
 */
export async function openGeojson(file: string): Promise<AreaFile> {
  const name = basename(file);
  const { size } = await stat(file);
  requireReadable(size, name);
  const parsed = collection.safeParse(parseJson(await readFile(file, "utf8"), name));
  if (!parsed.success) throw new ImportError(`${name}: is not a GeoJSON FeatureCollection`);
  const { crs, features, numberMatched } = parsed.data;
  const system = crs?.properties.name;
  const inRd = system !== undefined && RD_NAMES.test(system);
  if (system && !inRd && !WGS84_NAMES.test(system)) throw new ImportError(`${name}: is in ${system}, and areas must be in WGS84 or EPSG:28992 (RD New)`);
  const matched = Number(numberMatched ?? features.length);
  if (matched > features.length) throw new ImportError(`${name}: is a part of a larger answer, ${features.length} of ${matched} features; ask for all of them, or take the GeoPackage`);
  return { name, date: null, bytes: size, layers: layersOf(features, inRd, name), close: async () => {} };
}

type Written = z.infer<typeof collection>["features"][number];

/** A layer per level, though they share one list in the file; the columns are those of the first feature. */
function layersOf(features: Written[], inRd: boolean, name: string): AreaLayer[] {
  const byLevel = new Map<AreaLevel, AreaLayer & { written: Feature[] }>();
  features.forEach(({ properties, geometry }, index) => {
    const columns = areaColumns(Object.keys(properties ?? {}));
    if (!columns) throw new ImportError(`${name}: feature ${index + 1}: has no buurtcode, wijkcode or gemeentecode; is this CBS Wijken en Buurten?`);
    let layer = byLevel.get(columns.level);
    if (!layer) {
      const written: Feature[] = [];
      byLevel.set(columns.level, (layer = { name: columns.level, columns, count: 0, inRd, written, features: () => written }));
    }
    layer.written.push({ cells: properties!, shape: () => polygonsOf(geometry) });
    layer.count++;
  });
  if (byLevel.size === 0) throw new ImportError(`${name}: holds no features`);
  return [...byLevel.values()];
}

function polygonsOf(geometry: unknown): RingPolygon[] | string {
  const parsed = shape.safeParse(geometry);
  if (!parsed.success) return "is not a Polygon or MultiPolygon";
  const polygons = parsed.data.type === "Polygon" ? [parsed.data.coordinates] : parsed.data.coordinates;
  return polygons.map((rings) => ({ rings: rings.map(toRing) }));
}

function toRing(positions: readonly Position[]): Float64Array {
  const values = new Float64Array(positions.length * 2);
  positions.forEach(([x = NaN, y = NaN], index) => values.set([x, y], index * 2));
  return values;
}
