import type { BulkTx } from "../../../../db/copy.server.ts";
import { indexNeighbourhoods, pointWithin, type Boundary, type NeighbourhoodIndex } from "./neighbourhood-index.ts";

/** Points per side of the grid over a boundary in which no homes are known. */
const GRID = 40;

/** A neighbourhood with households that stays as it is although the file ends it or draws it smaller. */
export type Held = Boundary & { name: string; households: number; next: NextBoundary | null };
type NextBoundary = Boundary & { minLon: number; minLat: number; maxLon: number; maxLat: number };

export type Successor = { code: string; homes: number; share: number };

/** What the summary says of it. `homes`: counted by the homes of the register; `area`: by the area, where none are known. */
export type Kept = { code: string; name: string; households: number; basis: "homes" | "area"; successors: Successor[]; state: "proposed" | "refused"; sameCode: boolean };

/**
 * The served neighbourhoods in which households live, of those that the file would end (`replaced`) or whose new boundary
 * leaves homes of households out. Takes the new boundaries of the latter out of what was staged.
 */
export async function heldBack(tx: BulkTx, replaced: readonly string[]): Promise<Held[]> {
  const lived = await tx.rows<Omit<Held, "next"> & { redrawn: boolean }>(
    `select t.code, t.name, t.geometry, count(h.id)::int as households, coalesce(bool_or(n.geometry is distinct from t.geometry) filter (where n.code is not null), false) as redrawn
     from neighbourhood t join household h on h.neighbourhood_code = t.code and h.ended_at is null left join next_neighbourhood n on n.code = t.code
     where t.served and t.ended_on is null and (t.code = any ($1::text[]) or n.code is not null)
     group by t.code, t.name, t.geometry order by t.code`,
    [replaced],
  );
  const held: Held[] = [];
  for (const { redrawn, ...each } of lived) {
    if (replaced.includes(each.code)) held.push({ ...each, next: null });
    if (!redrawn) continue;
    const [next] = await tx.rows<NextBoundary>(`select code, geometry, min_lon as "minLon", min_lat as "minLat", max_lon as "maxLon", max_lat as "maxLat" from next_neighbourhood where code = $1`, [each.code]);
    const index = indexNeighbourhoods([next!]);
    const homes = await tx.rows<Point>("select distinct d.lon, d.lat from household h join dwelling d on d.id = h.dwelling_id where h.neighbourhood_code = $1 and h.ended_at is null", [each.code]);
    if (homes.every(({ lon, lat }) => index.at(lon, lat) !== null)) continue;
    held.push({ ...each, next: next! });
    await tx.rows("delete from next_neighbourhood where code = $1", [each.code]);
  }
  return held;
}

type Point = { lon: number; lat: number };

/**
 * Writes down, for each neighbourhood that was held back, which of the new ones its homes lie in. A proposal that stands
 * already, or was refused, is left as it is; one of an earlier year makes room.
 */
export async function proposeSuccessions(tx: BulkTx, held: readonly Held[], file: { year: number; source: string; sourceDate: string | null }): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const each of held) {
    const { basis, successors } = await overlap(tx, each);
    const state = await writeDown(tx, each, basis, successors, file);
    kept.push({ code: each.code, name: each.name, households: each.households, basis, successors, state, sameCode: each.next !== null });
  }
  return kept;
}

async function overlap(tx: BulkTx, { code, geometry, next }: Held): Promise<Pick<Kept, "basis" | "successors">> {
  const boundaries = await tx.rows<Boundary>(
    `select n.code, n.geometry from next_neighbourhood n join neighbourhood t on t.code = $1
     and n.min_lon <= t.max_lon and n.max_lon >= t.min_lon and n.min_lat <= t.max_lat and n.max_lat >= t.min_lat order by 1`,
    [code],
  );
  const index = indexNeighbourhoods([...(next ? [next] : []), ...boundaries]);
  const homes = await tx.rows<Point>("select lon, lat from dwelling where neighbourhood_code = $1 and is_home and ended_on is null", [code]);
  if (homes.length > 0) return { basis: "homes", successors: counted(homes, index, true) };
  return { basis: "area", successors: counted(gridWithin({ code, geometry }), index, false) };
}

function counted(points: readonly Point[], index: NeighbourhoodIndex, areHomes: boolean): Successor[] {
  const counts = new Map<string, number>();
  for (const { lon, lat } of points) {
    const code = index.at(lon, lat);
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, homes: areHomes ? count : 0, share: Math.round((1000 * count) / points.length) / 1000 }))
    .sort((a, b) => b.share - a.share || a.code.localeCompare(b.code));
}

/** Points at equal distances within a boundary; at least one. */
function gridWithin(boundary: Boundary): Point[] {
  const index = indexNeighbourhoods([boundary]);
  const [lon, lat] = pointWithin(boundary.geometry);
  const positions = (boundary.geometry.type === "Polygon" ? boundary.geometry.coordinates : boundary.geometry.coordinates.flat()).flat();
  const edge = (axis: 0 | 1) => positions.reduce(([least, most], position) => [Math.min(least!, position[axis]!), Math.max(most!, position[axis]!)], [Infinity, -Infinity]) as [number, number];
  const [west, east] = edge(0);
  const [south, north] = edge(1);
  const points: Point[] = [{ lon, lat }];
  for (let i = 0; i < GRID * GRID; i++) {
    const at = { lon: west + ((east - west) * ((i % GRID) + 0.5)) / GRID, lat: south + ((north - south) * (Math.floor(i / GRID) + 0.5)) / GRID };
    if (index.at(at.lon, at.lat)) points.push(at);
  }
  return points;
}

type Known = { id: string; year: number; decision: string | null; successors: Successor[] };

async function writeDown(tx: BulkTx, held: Held, basis: Kept["basis"], successors: Successor[], file: { year: number; source: string; sourceDate: string | null }): Promise<Kept["state"]> {
  const known = await tx.rows<Known>(
    `select s.id, s.year, s.decision, coalesce((select jsonb_agg(jsonb_build_object('code', r.successor_code, 'homes', r.homes, 'share', r.share) order by r.share desc, r.successor_code)
       from neighbourhood_successor r where r.succession_id = s.id), '[]') as successors
     from neighbourhood_succession s where s.neighbourhood_code = $1 and s.superseded_at is null and s.carried_out_at is null order by s.proposed_at desc`,
    [held.code],
  );
  const same = known.find((each) => each.year === file.year && JSON.stringify(each.successors.map(plain)) === JSON.stringify(successors.map(plain)));
  if (same) return same.decision === "refused" ? "refused" : "proposed";
  await tx.rows("update neighbourhood_succession set superseded_at = now() where id = any ($1::uuid[]) and decided_at is null", [known.map(({ id }) => id)]);
  const [made] = await tx.rows<{ id: string }>(
    "insert into neighbourhood_succession (neighbourhood_code, year, basis, boundary, source, source_date) values ($1, $2, $3, $4::text::jsonb, $5, $6::date) returning id",
    [held.code, file.year, basis, held.next && JSON.stringify(held.next.geometry), file.source, file.sourceDate],
  );
  for (const { code, homes, share } of successors) {
    await tx.rows(
      "insert into neighbourhood_successor (succession_id, neighbourhood_code, successor_code, successor_name, homes, share) select $1, $2, code, name, $4, $5 from neighbourhood where code = $3",
      [made!.id, held.code, code, homes, share],
    );
  }
  return "proposed";
}

const plain = ({ code, homes, share }: Successor) => [code, homes, Number(share)];
