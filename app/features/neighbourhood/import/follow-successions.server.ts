import { and, eq, getTableName, inArray, or, sql } from "drizzle-orm";
import { bulk, type BulkTx } from "../../../../db/copy.server.ts";
import { journal } from "../../../../db/journal.server.ts";
import { allTables } from "../../../../db/schema/sharing.ts";
import { asWorker, type WorkerTx } from "../../../../db/viewer.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { fallBackToHousehold, narrowAudiences } from "../../sharing/narrow-audiences.server.ts";
import { handOverPlace } from "./hand-over-place.server.ts";
import { ImportError } from "./import-error.ts";
import { indexNeighbourhoods, pointWithin, type Boundary, type NeighbourhoodIndex } from "./neighbourhood-index.ts";
import { onlyImport } from "./only-import.server.ts";
import { countHomesPerStreet } from "./touch-neighbourhoods.server.ts";

/**
 * Carries out the successions that a moderator confirmed, each in one transaction: homes, and with them their households,
 * go to the neighbourhood in whose new boundary they lie. What they shared was meant for the old neighbours: the trigger of
 * 0008_moves.sql gives it back to the household. While an import runs they wait.
 * @returns how many were carried out
 */
export async function followSuccessions(): Promise<number> {
  const confirmed = await asWorker((tx) =>
    bulk(tx).rows<{ id: string }>("select id from neighbourhood_succession where decision = 'confirmed' and carried_out_at is null and superseded_at is null order by decided_at"),
  );
  let followed = 0;
  for (const { id } of confirmed) {
    try {
      if (await asWorker((tx) => follow(tx, id))) followed++;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
  }
  return followed;
}

export type Succession = { id: string; code: string; name: string; decidedBy: string; reason: string; boundary: Boundary["geometry"] | null; year: number; source: string; sourceDate: string | null };

async function follow(worker: WorkerTx, id: string): Promise<boolean> {
  const tx = bulk(worker);
  await onlyImport(tx);
  const [succession] = await tx.rows<Succession>(
    `select s.id, s.neighbourhood_code as code, n.name, s.decided_by as "decidedBy", s.reason, s.boundary, s.year, s.source, s.source_date::text as "sourceDate"
     from neighbourhood_succession s join neighbourhood n on n.code = s.neighbourhood_code
     where s.id = $1 and s.decision = 'confirmed' and s.carried_out_at is null and s.superseded_at is null for update of s`,
    [id],
  );
  if (!succession) return false;
  const { code } = succession;
  const successors = await successorsOf(tx, succession);
  const main = successors[0]!.code;
  await placeHomes(tx, code, indexNeighbourhoods(successors), main);
  await partWishes(worker, tx);
  const left = await countLeft(tx, code);
  await tx.rows("update building b set neighbourhood_code = m.code from moved_building m where m.id = b.id and b.neighbourhood_code <> m.code");
  await tx.rows("update dwelling d set neighbourhood_code = m.code from moved_dwelling m where m.id = d.id and d.neighbourhood_code <> m.code");
  const receiving = await tx.rows<{ code: string }>("select distinct m.code from moved_dwelling m join household h on h.dwelling_id = m.id and h.ended_at is null union select $1 order by 1", [main]);
  const codes = receiving.map((each) => each.code);
  await handOverPlace(tx, succession, main, codes);
  await redraw(tx, succession);
  await countHomesPerStreet(tx, [...new Set([code, ...successors.map((each) => each.code)])]);
  const narrowed = left + (await narrowWidened(worker, tx, successors)) + (await narrowAudiences(worker));
  await announce(tx, succession, codes);
  const [moved] = await tx.rows<{ count: number }>("select count(*)::int as count from household h join moved_dwelling m on m.id = h.dwelling_id where h.ended_at is null and m.code <> $1", [code]);
  await tx.rows("update neighbourhood_succession set carried_out_at = now(), households_moved = $2, items_narrowed = $3 where id = $1", [id, moved!.count, narrowed]);
  await tx.rows("drop table moved_dwelling, moved_building");
  return true;
}

/** The new neighbourhoods with the boundaries that hold for them, the one with most homes first. */
async function successorsOf(tx: BulkTx, { id, code, boundary }: Succession): Promise<Boundary[]> {
  const found = await tx.rows<Boundary>(
    `select n.code, n.geometry from neighbourhood_successor r join neighbourhood n on n.code = r.successor_code
     where r.succession_id = $1 and n.ended_on is null order by r.share desc, n.code`,
    [id],
  );
  if (found.length === 0) throw new Error(`Succession ${id}: none of its successors is in use`);
  return found.map((each) => (each.code === code && boundary ? { code, geometry: boundary } : each));
}

/** Temporary tables with where each home and building of the old neighbourhood goes; by position, as an import does. */
async function placeHomes(tx: BulkTx, code: string, index: NeighbourhoodIndex, main: string): Promise<void> {
  const dwellings = await tx.rows<{ id: string; lon: number; lat: number }>("select id, lon, lat from dwelling where neighbourhood_code = $1", [code]);
  const buildings = await tx.rows<{ id: string; geometry: Boundary["geometry"] }>("select id, geometry from building where neighbourhood_code = $1", [code]);
  await tx.rows("create temp table moved_dwelling (id text primary key, code text not null) on commit drop");
  await tx.rows("create temp table moved_building (id text primary key, code text not null) on commit drop");
  const insert = (table: "moved_dwelling" | "moved_building", rows: [id: string, code: string][]) =>
    tx.rows(`insert into ${table} (id, code) select * from unnest($1::text[], $2::text[])`, [rows.map(([id]) => id), rows.map(([, to]) => to)]);
  await insert("moved_dwelling", dwellings.map(({ id, lon, lat }) => [id, index.at(lon, lat) ?? main]));
  await insert("moved_building", buildings.map(({ id, geometry }) => [id, index.at(...pointWithin(geometry)) ?? main]));
}

/** A household can't join a wish of another neighbourhood: where the new boundary runs between them, that ends. */
async function partWishes(worker: WorkerTx, tx: BulkTx): Promise<void> {
  const ended = await tx.rows<{ id: string | null }>(
    `with parted as (
       delete from wish_join j using wish w, household h, moved_dwelling theirs, moved_dwelling own
       where w.id = j.wish_id and theirs.id = w.dwelling_id and h.id = j.household_id and own.id = h.dwelling_id and own.code <> theirs.code
       returning j.wish_id, j.household_id
     )
     update consent c set withdrawn_at = now() from parted p
     where c.purpose = 'join_wish' and c.subject_id = p.wish_id and c.household_id = p.household_id and c.withdrawn_at is null returning c.id`,
  );
  for (const { id } of ended) await journal(worker, { kind: "withdrawal", id: id! });
}

/** What the households that go elsewhere share with anybody now. */
async function countLeft(tx: BulkTx, code: string): Promise<number> {
  const [left] = await tx.rows<{ count: number }>(
    `select count(*)::int as count from (${allTables.map((table) => `select dwelling_id, audience from ${getTableName(table)}`).join(" union all ")}) i
     join moved_dwelling m on m.id = i.dwelling_id and m.code <> $1 where i.audience <> 'household'`,
    [code],
  );
  return left!.count;
}

/** The new boundary of a code that stays, or the end of one that does not. */
async function redraw(tx: BulkTx, { code, boundary, year, source, sourceDate }: Succession): Promise<void> {
  if (!boundary) {
    await tx.rows("update neighbourhood set served = false, served_by = null, ended_on = coalesce($2::date, current_date), map_version = map_version + 1 where code = $1", [code, sourceDate]);
    return;
  }
  const polygons = boundary.type === "Polygon" ? [boundary.coordinates] : boundary.coordinates;
  const positions = polygons.flat(2);
  const least = (axis: 0 | 1) => positions.reduce((found, position) => Math.min(found, position[axis]!), Infinity);
  const most = (axis: 0 | 1) => positions.reduce((found, position) => Math.max(found, position[axis]!), -Infinity);
  await tx.rows(
    `update neighbourhood set geometry = $2::text::jsonb, min_lon = $3, min_lat = $4, max_lon = $5, max_lat = $6, year = $7, source = $8, source_date = $9::date,
       map_version = map_version + 1 where code = $1`,
    [code, JSON.stringify(boundary), least(0), least(1), most(0), most(1), year, source, sourceDate],
  );
}

/**
 * An audience is never widened, for those who lived there before either: where a neighbourhood, or a street in it, now has homes
 * of the old neighbourhood and others as well, also such that the register still places elsewhere, what is shared with it falls
 * back to its household.
 */
async function narrowWidened(worker: WorkerTx, tx: BulkTx, successors: readonly Boundary[]): Promise<number> {
  let narrowed = 0;
  for (const successor of successors) {
    const index = indexNeighbourhoods([successor]);
    const homes = await tx.rows<{ street: string | null; lon: number; lat: number; here: boolean; moved: boolean }>(
      `select d.street_id as street, d.lon, d.lat, coalesce(d.neighbourhood_code = $1, false) as here, m.id is not null as moved
       from dwelling d join neighbourhood n on n.code = $1 left join moved_dwelling m on m.id = d.id
       where d.is_home and d.ended_on is null and (d.neighbourhood_code = $1 or d.lon between n.min_lon and n.max_lon and d.lat between n.min_lat and n.max_lat)`,
      [successor.code],
    );
    const inside = homes.filter(({ here, lon, lat }) => here || index.at(lon, lat) !== null);
    const streetsOf = (moved: boolean) => new Set(inside.filter((home) => home.moved === moved).map(({ street }) => street));
    const [arrived, others] = [streetsOf(true), streetsOf(false)];
    const streets = [...arrived].filter((street): street is string => street !== null && others.has(street));
    const mixed = arrived.size > 0 && others.size > 0;
    if (!mixed) continue;
    narrowed += await fallBackToHousehold(worker, (table) =>
      and(
        eq(table.neighbourhoodCode, successor.code),
        or(eq(table.audience, "neighbourhood"), streets.length > 0 ? and(eq(table.audience, "street"), inArray(table.streetId, streets)) : sql`false`),
      )!,
    );
  }
  return narrowed;
}

/** Tells the residents, as an announcement with the moderator's reason. */
async function announce(tx: BulkTx, { code, name, boundary, decidedBy, reason }: Succession, codes: readonly string[]): Promise<void> {
  const t = serverT("nl", "moderation");
  for (const to of codes) {
    const [place] = await tx.rows<{ name: string }>("select name from neighbourhood where code = $1", [to]);
    const title = boundary && to === code ? t("succession.announcedBoundary", { name }) : t("succession.announcedName", { name, next: place!.name });
    await tx.rows("insert into announcement (neighbourhood_code, author_id, shown_name, title, body) values ($1, $2, $3, $4, $5)", [to, decidedBy, t("succession.announcedBy"), title.slice(0, 120), reason]);
  }
}
