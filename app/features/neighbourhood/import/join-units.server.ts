import type { BulkTx } from "../../../../db/copy.server.ts";
import type { Skips } from "./import-summary.ts";
import { skipStaged } from "./skip-staged.server.ts";

/**
 * Joins what the file tells about one home in several places, within the temporary tables of staging.server.ts:
 * streets get the name of their place, units their main address and the buildings that they are part of.
 * Leaves `next_street`, `unit_part` (every building of a unit), `unit_main` (its main building) and `building_use`
 * (homes and units per main building), and removes what hangs in the air: addresses whose street, and units whose main
 * address, is not in the file or not in use.
 *
 * Many homes consist of a house and a shed, in either order: the largest footprint is the main building, and only there
 * the home is counted, so that a shed is no home and every home counts once.
 */
export async function joinUnits(tx: BulkTx, skips: Skips): Promise<void> {
  await tx.rows(
    `create temp table next_street on commit drop as
     select s.id, s.name, p.name as place_name from staged_street s left join staged_place p on p.id = s.place_id`,
  );
  await skipStaged(tx, skips, "staged_address", "its street is not in use in this file", "not exists (select from next_street s where s.id = staged_address.street_id)");
  await skipStaged(tx, skips, "staged_unit", "its main address is not in use in this file", "not exists (select from staged_address a where a.id = staged_unit.main_address)");
  await tx.rows(
    `create temp table unit_part on commit drop as
     select u.id as unit_id, b.id as building_id, b.footprint_m2, min(part.rank)::int as rank
     from staged_unit u cross join unnest(u.building_ids) with ordinality as part (building_id, rank)
     join staged_building b on b.id = part.building_id
     group by u.id, b.id, b.footprint_m2`,
  );
  await tx.rows(
    `create temp table unit_main on commit drop as
     select distinct on (unit_id) unit_id, building_id from unit_part order by unit_id, footprint_m2 desc, rank`,
  );
  await tx.rows(
    `create temp table building_use on commit drop as
     select m.building_id as id, count(*) filter (where u.is_home)::int as homes, count(*)::int as units
     from unit_main m join staged_unit u on u.id = m.unit_id
     group by m.building_id`,
  );
}
