import type { MultiPolygon, Polygon, Position } from "geojson";
import { z } from "zod";
import { ImportError } from "./import-error.ts";
import { WGS84_BOUNDS } from "./rd-to-wgs84.ts";

/** One neighbourhood of a boundaries file; geometry in WGS84 with 7 decimals. */
export type BoundaryRecord = {
  code: string;
  name: string;
  municipalityCode: string;
  municipalityName: string | null;
  geometry: Polygon | MultiPolygon;
  minLon: number;
  minLat: number;
  maxLon: number;
  maxLat: number;
};

export type BoundaryFields = { codeField: string; nameField: string };

/** GeoJSON is read whole; a file of the country is about this large. */
const LARGEST_FILE_BYTES = 400e6;

/** BU, four digits of the municipality, four digits or letters. */
const CODE = /^BU(\d{4})[0-9A-Z]{4}$/;
export const WGS84_NAMES = /^(?:urn:ogc:def:crs:OGC:(?:[\d.]*):CRS84|urn:ogc:def:crs:EPSG:[\d.]*:4326|EPSG:4326|OGC:CRS84)$/i;
const MUNICIPALITY_NAME_FIELDS = ["gemeentenaam", "gemeenteNaam", "gm_naam", "GM_NAAM"];

const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4, "a ring has fewer than four points");
const collection = z.object({
  type: z.literal("FeatureCollection"),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() })),
});
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

/**
 * The neighbourhoods in a GeoJSON text (RFC 7946: WGS84, longitude first).
 * @param file how the file is called in error messages
 * @throws ImportError when it is no GeoJSON, is in another coordinate system, or a feature is wrong: nothing is left out
 */
export function readBoundaries(text: string, file: string, fields: BoundaryFields): BoundaryRecord[] {
  const parsed = collection.safeParse(parseJson(text, file));
  if (!parsed.success) throw new ImportError(`${file}: is not a GeoJSON FeatureCollection`);
  const crs = parsed.data.crs?.properties.name;
  if (crs && !WGS84_NAMES.test(crs)) {
    throw new ImportError(`${file}: is in ${crs}, and boundaries must be in WGS84 (ogr2ogr -t_srs EPSG:4326 converts them)`);
  }
  if (parsed.data.features.length === 0) throw new ImportError(`${file}: holds no features`);
  const seen = new Set<string>();
  return parsed.data.features.map((feature, index) => {
    const label = `${file}: feature ${index + 1}`;
    const record = readFeature(feature, label, fields);
    if (seen.has(record.code)) throw new ImportError(`${label}: ${record.code} is in the file twice`);
    seen.add(record.code);
    return record;
  });
}

/** @throws ImportError for a file that is too large to be read whole */
export function requireReadable(bytes: number, file: string): void {
  if (bytes > LARGEST_FILE_BYTES) throw new ImportError(`${file}: is larger than ${LARGEST_FILE_BYTES / 1e6} MB; cut out the municipalities that you need`);
}

/** @throws ImportError */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ImportError(`${file}: is not JSON (${(error as Error).message})`);
  }
}

type Feature = z.infer<typeof collection>["features"][number];

function readFeature(feature: Feature, label: string, { codeField, nameField }: BoundaryFields): BoundaryRecord {
  const properties = feature.properties ?? {};
  for (const field of [codeField, nameField]) {
    if (!(field in properties)) throw new ImportError(`${label}: has no field "${field}"; it has ${Object.keys(properties).join(", ") || "none"}`);
  }
  const code = String(properties[codeField]).trim();
  const name = String(properties[nameField] ?? "").trim();
  const municipality = CODE.exec(code)?.[1];
  if (!municipality) throw new ImportError(`${label}: "${codeField}" is ${JSON.stringify(properties[codeField])}, not the code of a neighbourhood (BU03630000)`);
  if (!name) throw new ImportError(`${label}: ${code} has no name in "${nameField}"`);
  const shape = geometry.safeParse(feature.geometry);
  if (!shape.success) throw new ImportError(`${label}: ${code} has no valid Polygon or MultiPolygon (${shape.error.issues[0]?.message})`);
  const municipalityName = MUNICIPALITY_NAME_FIELDS.map((field) => properties[field]).find((value) => typeof value === "string");
  const box = { minLon: Infinity, minLat: Infinity, maxLon: -Infinity, maxLat: -Infinity };
  const clean = (written: Position[]) => cleanRing(written, box, `${label}: ${code}`);
  const cleaned: Polygon | MultiPolygon =
    shape.data.type === "Polygon"
      ? { type: "Polygon", coordinates: shape.data.coordinates.map(clean) }
      : { type: "MultiPolygon", coordinates: shape.data.coordinates.map((rings) => rings.map(clean)) };
  return { code, name, municipalityCode: `GM${municipality}`, municipalityName: municipalityName ?? null, geometry: cleaned, ...box };
}

type Box = Pick<BoundaryRecord, "minLon" | "minLat" | "maxLon" | "maxLat">;

function cleanRing(written: Position[], box: Box, label: string): Position[] {
  const first = written[0]!;
  const last = written.at(-1)!;
  if (first[0] !== last[0] || first[1] !== last[1]) throw new ImportError(`${label} has a ring that is not closed`);
  return written.map(([lon = NaN, lat = NaN]) => {
    if (!(lon >= WGS84_BOUNDS.minLon && lon <= WGS84_BOUNDS.maxLon && lat >= WGS84_BOUNDS.minLat && lat <= WGS84_BOUNDS.maxLat)) {
      throw new ImportError(`${label} has a point (${lon}, ${lat}) outside the Netherlands; boundaries must be in WGS84, longitude first`);
    }
    box.minLon = Math.min(box.minLon, lon);
    box.maxLon = Math.max(box.maxLon, lon);
    box.minLat = Math.min(box.minLat, lat);
    box.maxLat = Math.max(box.maxLat, lat);
    return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
  });
}
