import { setImmediate } from "node:timers/promises";
import type { BulkTx } from "../../../../db/copy.server.ts";
import { copyLine } from "./copy-lines.ts";
import { readOutline } from "./outline.ts";
import { WallSweep } from "./shared-walls.ts";

const OUTLINES_PER_FETCH = 1000;

/**
 * Says for every building with a home which type of dwelling its homes are, in temporary table `building_type`, from
 * the number of units in it and the walls that it shares. Only walls with other buildings that are the main building of
 * a unit (a home, a shop, an office) count: a shed or garage against the wall does not make a house a terraced one.
 *
 * - flat: two or more units in the building, at least one of them a home (also a home above a shop)
 * - detached: one home, no shared wall
 * - semi_detached: one home that shares a wall with one building, which has one home and no other neighbour
 * - end_terrace: one home that shares a wall with one building, which has other neighbours or more units
 * - terraced: one home that shares walls with two or more buildings
 */
export async function typeBuildings(tx: BulkTx): Promise<void> {
  await findSharedWalls(tx);
  await tx.rows(
    `create temp table building_type on commit drop as
     with beside as (
       select a as id, b as other from shared_wall union all select b, a from shared_wall
     ), side as (
       select id, count(*)::int as sides, min(other) as other from beside group by id
     )
     select u.id, u.homes, case
       when u.homes = 0 then null
       when u.units >= 2 then 'flat'
       when mine.sides is null then 'detached'
       when mine.sides >= 2 then 'terraced'
       when theirs.sides = 1 and their_use.units = 1 and their_use.homes = 1 then 'semi_detached'
       else 'end_terrace'
     end as dwelling_type
     from building_use u
     left join side mine on mine.id = u.id
     left join side theirs on theirs.id = mine.other
     left join building_use their_use on their_use.id = mine.other`,
  );
}

/** Sweeps over the buildings in use from west to east and leaves the pairs that share a wall in `shared_wall`. */
async function findSharedWalls(tx: BulkTx): Promise<void> {
  await tx.rows("create temp table shared_wall (a text, b text) on commit drop");
  await tx.rows(
    `declare outline no scroll cursor for
     select b.id, b.outline from staged_building b join building_use u on u.id = b.id order by b.west, b.id`,
  );
  const sweep = new WallSweep();
  const fetchNext = () => tx.rows<{ id: string; outline: string }>(`fetch ${OUTLINES_PER_FETCH} from outline`);
  for (let outlines = await fetchNext(); outlines.length > 0; ) {
    // The database looks up the next outlines while these are compared; the driver sends on the next turn.
    const following = fetchNext();
    await setImmediate();
    let lines = "";
    for (const { id, outline } of outlines) {
      for (const { a, b } of sweep.add({ id, ring: readOutline(outline) })) lines += copyLine([a, b]);
    }
    outlines = await following;
    if (lines) await tx.copy("shared_wall", ["a", "b"], Buffer.from(lines));
  }
  await tx.rows("close outline");
}
