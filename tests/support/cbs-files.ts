import { readFile, rm, writeFile } from "node:fs/promises";
import type { Position } from "geojson";
import sqlite from "node-sqlite3-wasm";
import { rdToWgs84 } from "../../app/features/neighbourhood/import/rd-to-wgs84.ts";
import { CORNER } from "./bag-town.ts";
import { rectangle } from "./make-extract.ts";

/** One feature of CBS: columns by name, and the outer rings of its polygons in EPSG:28992. */
export type CbsFeature = { cells: Record<string, string | number | null>; polygons: Position[][] };
export type GpkgPlan = {
  layers: Record<string, CbsFeature[]>;
  /** EPSG number that every layer says to be in. */
  epsg?: number;
  /** yyyy-mm-dd */
  date?: string;
  /** Leaves the file as a program does that keeps a log beside it. */
  logged?: boolean;
  /** Takes the place of the geometry of each feature. */
  geometry?: (feature: CbsFeature) => Uint8Array | null;
};

/** A strip of the town of bag-town.ts, in metres from its corner; 1 km to the north. */
export const strip = (from: number, to: number): Position[][] => [rectangle(CORNER.x + from, CORNER.y, to - from, 1000)];

/** A neighbourhood as GeoPackages up to 2022 have it (snake_case). */
export function oldStyle(code: string, name: string, polygons: Position[][], more: CbsFeature["cells"] = {}, year = 2022): CbsFeature {
  return {
    cells: {
      buurtcode: code, buurtnaam: name, wijkcode: `WK${code.slice(2, 8)}`, gemeentecode: `GM${code.slice(2, 6)}`, gemeentenaam: "Amsterdam", water: "NEE", jrstatcode: `${year}${code}`,
      aantal_inwoners: 900, aantal_huishoudens: 400, percentage_eenpersoonshuishoudens: 30, gemiddelde_huishoudsgrootte: 2.2, gemiddeld_gasverbruik_totaal: 1200,
      percentage_koopwoningen: -99997, gemiddelde_woningwaarde: 400, percentage_uit_turkije: 2, aantal_fietsen: 800,
      ...more,
    },
    polygons,
  };
}

/** The same in the style from 2023 on (camelCase). */
export function newStyle(code: string, name: string, polygons: Position[][], more: CbsFeature["cells"] = {}, year = 2024): CbsFeature {
  return {
    cells: {
      buurtcode: code, buurtnaam: name, wijkcode: `WK${code.slice(2, 8)}`, gemeentecode: `GM${code.slice(2, 6)}`, gemeentenaam: "Amsterdam", water: "NEE", jrstatcode: `${year}${code}`,
      aantalInwoners: 950, aantalHuishoudens: 420, percentageEenpersoonshuishoudens: "31", gemiddeldeHuishoudsgrootte: "2,1", gemiddeldAardgasverbruik: 1100,
      percentageKoopwoningen: "-99995", gemiddeldInkomenPerInwoner: 30, percentageMetHerkomstlandNederland: 80, aantalFietsen: 810,
      ...more,
    },
    polygons,
  };
}

/** Writes a GeoPackage with the tables that GDAL makes and reads. */
export async function writeGeopackage(file: string, { layers, epsg = 28992, date = "2022-09-01", logged = false, geometry = gpkgGeometry }: GpkgPlan): Promise<string> {
  await rm(file, { force: true });
  const database = new sqlite.Database(file);
  database.exec("create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key, organization text not null, organization_coordsys_id integer not null, definition text not null)");
  database.exec("create table gpkg_contents (table_name text primary key, data_type text not null, last_change datetime not null, srs_id integer)");
  database.exec("create table gpkg_geometry_columns (table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null)");
  database.run("insert into gpkg_spatial_ref_sys values ('system', ?, 'EPSG', ?, 'undefined')", [epsg, epsg]);
  for (const [layer, features] of Object.entries(layers)) {
    const columns = [...new Set(features.flatMap(({ cells }) => Object.keys(cells)))];
    database.run("insert into gpkg_contents values (?, 'features', ?, ?)", [layer, `${date}T10:00:00.000Z`, epsg]);
    database.run("insert into gpkg_geometry_columns values (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)", [layer, epsg]);
    // Text stays text in a column without a type, and a number a number.
    database.exec(`create table "${layer}" (fid integer primary key, geom multipolygon, ${columns.map((column) => `"${column}"`).join(", ")})`);
    for (const feature of features) {
      database.run(`insert into "${layer}" (geom, ${columns.map((column) => `"${column}"`).join(", ")}) values (?, ${columns.map(() => "?").join(", ")})`, [
        geometry(feature), ...columns.map((column) => feature.cells[column] ?? null),
      ]);
    }
  }
  database.close();
  if (logged) {
    const bytes = await readFile(file);
    bytes.set([2, 2], 18);
    await writeFile(file, bytes);
  }
  return file;
}

/** Writes GeoJSON in WGS84, or with its crs in EPSG:28992; `top` replaces members of the collection. */
export async function writeGeojson(file: string, features: CbsFeature[], { inRd = false, top = {} }: { inRd?: boolean; top?: Record<string, unknown> } = {}): Promise<string> {
  const at = ([x, y]: Position) => (inRd ? [x!, y!] : rdToWgs84(x!, y!));
  const written = features.map(({ cells, polygons }) => ({ type: "Feature", properties: cells, geometry: { type: "MultiPolygon", coordinates: polygons.map((ring) => [ring.map(at)]) } }));
  const crs = inRd ? { crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::28992" } } } : {};
  await writeFile(file, JSON.stringify({ type: "FeatureCollection", ...crs, features: written, ...top }));
  return file;
}

/** The geometry of a GeoPackage: a head with a box, and WKB of a multipolygon, little-endian. */
export function gpkgGeometry({ polygons }: CbsFeature): Uint8Array {
  const bytes = Buffer.alloc(40 + 9 + polygons.reduce((sum, ring) => sum + 13 + ring.length * 16, 0));
  bytes.write("GP", 0, "latin1");
  bytes[3] = 0b011;
  bytes.writeInt32LE(28992, 4);
  const all = polygons.flat();
  const xs = all.map(([x]) => x!);
  const ys = all.map(([, y]) => y!);
  [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)].forEach((value, index) => bytes.writeDoubleLE(value, 8 + index * 8));
  let offset = 40;
  const head = (type: number, count: number) => {
    bytes[offset] = 1;
    bytes.writeUInt32LE(type, offset + 1);
    bytes.writeUInt32LE(count, offset + 5);
    offset += 9;
  };
  head(6, polygons.length);
  for (const ring of polygons) {
    head(3, 1);
    bytes.writeUInt32LE(ring.length, offset);
    offset += 4;
    for (const [x, y] of ring) {
      bytes.writeDoubleLE(x!, offset);
      bytes.writeDoubleLE(y!, offset + 8);
      offset += 16;
    }
  }
  return bytes;
}
