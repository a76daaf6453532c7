import type { BulkTx } from "../../../../db/copy.server.ts";
import { ImportError } from "./import-error.ts";
import { heldBack, proposeSuccessions, type Kept } from "./propose-successions.server.ts";
import { indexNeighbourhoods, pointWithin, type Boundary } from "./neighbourhood-index.ts";

/** The temporary table that {@link mergeNeighbourhoods} merges; boundaries are GeoJSON in WGS84. */
export const neighbourhoodStage = {
  table: "next_neighbourhood",
  columns: ["code", "name", "municipality_code", "municipality_name", "geometry", "min_lon", "min_lat", "max_lon", "max_lat"],
} as const;

export type MergeOptions = {
  /** How the file is called in messages. */
  file: string;
  year: number;
  source: string;
  /** Date from which the boundaries hold, yyyy-mm-dd. */
  sourceDate: string | null;
  municipalityName?: string;
  part?: boolean;
  serve?: string[] | "all";
};

export type Merged = { inserted: number; changed: number; ended: number; stay: Kept[] };

export async function makeNeighbourhoodStage(tx: BulkTx): Promise<void> {
  await tx.rows(
    `create temp table next_neighbourhood (code text, name text, municipality_code text, municipality_name text, geometry jsonb,
       min_lon double precision, min_lat double precision, max_lon double precision, max_lat double precision) on commit drop`,
  );
}

/**
 * Merges what was staged: known codes are changed, new ones inserted, and what the file no longer has of its municipalities
 * (unless it is a part) or covers with other neighbourhoods is ended. Where households live whose neighbourhood would end,
 * or who would come to lie outside of its boundary, it stays as it is and a succession is proposed.
 * @throws ImportError
 */
export async function mergeNeighbourhoods(tx: BulkTx, options: MergeOptions): Promise<Merged> {
  if (Array.isArray(options.serve)) {
    const [unknown] = await tx.rows<{ code: string }>("select code from unnest($1::text[]) as code where not exists (select from next_neighbourhood n where n.code = code.code)", [options.serve]);
    if (unknown) throw new ImportError(`${options.file}: has no neighbourhood ${unknown.code} to serve`);
  }
  await mergeMunicipalities(tx, options.municipalityName);
  const replaced = await codesReplaced(tx, options.part ?? false);
  const held = await heldBack(tx, replaced);
  const counts = await mergeRows(tx, options);
  const stay = await proposeSuccessions(tx, held, options);
  const ended = replaced.filter((code) => !held.some((each) => each.code === code));
  await tx.rows("update neighbourhood set ended_on = coalesce($2::date, current_date) where code = any ($1::text[])", [ended, options.sourceDate]);
  if (options.serve) {
    const codes = options.serve === "all" ? null : options.serve;
    await tx.rows("update neighbourhood t set served = true from next_neighbourhood n where n.code = t.code and not t.served and ($1::text[] is null or t.code = any ($1::text[]))", [codes]);
  }
  return { ...counts, ended: ended.length, stay };
}

async function mergeMunicipalities(tx: BulkTx, given: string | undefined): Promise<void> {
  const found = await tx.rows<{ code: string; name: string | null }>("select municipality_code as code, max(municipality_name) as name from next_neighbourhood group by 1 order by 1");
  if (given && found.length > 1) throw new ImportError(`The file has ${found.length} municipalities, so one name cannot be given for them`);
  for (const { code, name } of found) {
    await tx.rows(
      `insert into municipality (code, name) values ($1::text, coalesce($2::text, $1::text))
       on conflict (code) do update set name = coalesce($2::text, municipality.name) where $2::text is not null and municipality.name <> $2::text`,
      [code, given ?? name],
    );
  }
}

async function mergeRows(tx: BulkTx, options: MergeOptions): Promise<{ inserted: number; changed: number }> {
  const parameters = [options.year, options.source, options.sourceDate];
  const changed = await tx.rows(
    `update neighbourhood t set name = n.name, municipality_code = n.municipality_code, geometry = n.geometry,
       min_lon = n.min_lon, min_lat = n.min_lat, max_lon = n.max_lon, max_lat = n.max_lat,
       year = $1::int, source = $2::text, source_date = $3::date, ended_on = null,
       map_version = t.map_version + case when t.ended_on is not null or (t.name, t.geometry) is distinct from (n.name, n.geometry) then 1 else 0 end
     from next_neighbourhood n where n.code = t.code and (t.ended_on is not null or
       (t.name, t.municipality_code, t.geometry, t.year, t.source, t.source_date)
       is distinct from (n.name, n.municipality_code, n.geometry, $1::int, $2::text, $3::date))
     returning t.code`,
    parameters,
  );
  const inserted = await tx.rows(
    `insert into neighbourhood (code, year, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, source, source_date)
     select code, $1::int, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, $2::text, $3::date
     from next_neighbourhood n where not exists (select from neighbourhood t where t.code = n.code)
     returning code`,
    parameters,
  );
  return { inserted: inserted.length, changed: changed.length };
}

/** What the file replaces, of what is in use: the rest of its municipalities (unless it is a part) and what its boundaries cover. */
async function codesReplaced(tx: BulkTx, part: boolean): Promise<string[]> {
  const missing = `from neighbourhood t where t.ended_on is null and not exists (select from next_neighbourhood n where n.code = t.code)`;
  // A set that is made once; asked per row the time would grow with the square of the country.
  const sameMunicipality = "coalesce(t.municipality_code in (select n.municipality_code from next_neighbourhood n where n.municipality_code is not null), false)";
  const gone = part ? [] : await tx.rows<{ code: string }>(`select t.code ${missing} and ${sameMunicipality} order by 1`);
  // Those that are missing first, for the same reason.
  const others = await tx.rows<Boundary>(
    `with missing as materialized (select t.code, t.geometry, t.min_lon, t.min_lat, t.max_lon, t.max_lat ${missing} and ($1 or not ${sameMunicipality}))
     select t.code, t.geometry from missing t where exists (select from next_neighbourhood n
       where n.min_lon <= t.max_lon and n.max_lon >= t.min_lon and n.min_lat <= t.max_lat and n.max_lat >= t.min_lat) order by 1`,
    [part],
  );
  const codes = gone.map(({ code }) => code);
  for (const { code, geometry } of others) {
    const [lon, lat] = pointWithin(geometry);
    const around = await tx.rows<Boundary>("select code, geometry from next_neighbourhood where $1 between min_lon and max_lon and $2 between min_lat and max_lat", [lon, lat]);
    if (indexNeighbourhoods(around).at(lon, lat) !== null) codes.push(code);
  }
  return codes;
}
