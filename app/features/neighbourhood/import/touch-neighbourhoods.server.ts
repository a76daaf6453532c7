import type { BulkTx } from "../../../../db/copy.server.ts";

/**
 * After a merge: brings `dwelling_building` and `street_in_neighbourhood` up to date and raises the map version of every
 * neighbourhood in which a building, dwelling, address or street name changed; of no other.
 * @returns the codes of those neighbourhoods
 */
export async function touchNeighbourhoods(tx: BulkTx): Promise<string[]> {
  const touched = await tx.rows<{ code: string }>(
    `with unlinked as (
       delete from dwelling_building l using next_dwelling n where n.id = l.dwelling_id
       and not exists (select from next_link k where k.dwelling_id = l.dwelling_id and k.building_id = l.building_id)
       returning l.dwelling_id
     ), linked as (
       insert into dwelling_building (dwelling_id, building_id) select dwelling_id, building_id from next_link
       on conflict do nothing returning dwelling_id
     ), touched as (
       select was as code from change_building union select becomes from change_building
       union select was from change_dwelling union select becomes from change_dwelling
       union select d.neighbourhood_code from dwelling d where d.id in (select dwelling_id from unlinked union select dwelling_id from linked)
       union select d.neighbourhood_code from change_address c join address a on a.id = c.id join dwelling d on d.id = a.dwelling_id
       union select s.neighbourhood_code from change_street c join street_in_neighbourhood s on s.street_id = c.id
     )
     select code from touched where code is not null order by code`,
  );
  const codes = touched.map(({ code }) => code);
  if (codes.length > 0) {
    await countHomesPerStreet(tx, codes);
    await tx.rows("update neighbourhood set map_version = map_version + 1 where code = any ($1::text[])", [codes]);
  }
  return codes;
}

/** Counts anew how many homes each street has in these neighbourhoods. */
export async function countHomesPerStreet(tx: BulkTx, codes: string[]): Promise<void> {
  await tx.rows(
    `delete from street_in_neighbourhood s where s.neighbourhood_code = any ($1::text[]) and not exists (
       select from dwelling d
       where d.neighbourhood_code = s.neighbourhood_code and d.street_id = s.street_id and d.ended_on is null
     )`,
    [codes],
  );
  await tx.rows(
    `insert into street_in_neighbourhood as s (street_id, neighbourhood_code, home_count)
     select street_id, neighbourhood_code, count(*) filter (where is_home)::int from dwelling
     where neighbourhood_code = any ($1::text[]) and street_id is not null and ended_on is null
     group by street_id, neighbourhood_code
     on conflict (street_id, neighbourhood_code) do update set home_count = excluded.home_count
     where s.home_count <> excluded.home_count`,
    [codes],
  );
}
