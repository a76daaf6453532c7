import type { BulkTx } from "../../../../db/copy.server.ts";
import type { Skips } from "./import-summary.ts";
import { skipStaged } from "./skip-staged.server.ts";

/**
 * Brings what was staged, joined and typed into the shape of the register: temporary tables `next_building`,
 * `next_dwelling`, `next_address` and `next_link` (the buildings of dwellings that consist of several).
 * A dwelling that lies outside every boundary now keeps the neighbourhood that it had: a household may live in it.
 */
export async function shapeRegister(tx: BulkTx, skips: Skips): Promise<void> {
  await tx.rows(
    `create temp table next_building on commit drop as
     select b.id, b.neighbourhood_code, b.built_year, b.status, b.geometry, b.min_lon, b.min_lat, b.max_lon, b.max_lat,
       b.footprint_m2, coalesce(t.homes, 0) as dwelling_count, t.dwelling_type
     from staged_building b left join building_type t on t.id = b.id`,
  );
  await tx.rows(
    `create temp table next_dwelling on commit drop as
     select u.id, coalesce(u.neighbourhood_code, known.neighbourhood_code) as neighbourhood_code, m.building_id,
       a.street_id, a.postcode, a.house_number, a.house_letter, a.house_addition, u.area_m2, u.purposes, u.is_home,
       u.status, u.lon, u.lat,
       case when u.kind <> 'dwelling' then 'other' when u.is_home then coalesce(t.dwelling_type, 'unknown') end as dwelling_type
     from staged_unit u
     join staged_address a on a.id = u.main_address
     left join dwelling known on known.id = u.id
     left join unit_main m on m.unit_id = u.id
     left join building_type t on t.id = m.building_id`,
  );
  await tx.rows(
    `create temp table next_address on commit drop as
     with link as (
       select id as dwelling_id, main_address as address_id, true as is_main from staged_unit
       union all
       select id, unnest(side_addresses), false from staged_unit
     )
     select distinct on (a.id) a.id, l.dwelling_id, l.is_main, a.street_id, a.postcode, a.house_number, a.house_letter, a.house_addition
     from link l join staged_address a on a.id = l.address_id
     order by a.id, l.is_main desc, l.dwelling_id`,
  );
  await skipStaged(tx, skips, "staged_address", "it belongs to no dwelling, mooring or pitch in use", "not exists (select from next_address n where n.id = staged_address.id)");
  await tx.rows(
    `create temp table next_link on commit drop as
     select unit_id as dwelling_id, building_id from unit_part
     where unit_id in (select unit_id from unit_part group by unit_id having count(*) > 1)`,
  );
}
