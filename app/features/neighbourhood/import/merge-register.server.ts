import type { BulkTx } from "../../../../db/copy.server.ts";

/** Where and when the file that is merged holds: the areas that it covers ('NL' covers all) and its date, yyyy-mm-dd. */
export type Coverage = { area: string; covers: string[]; date: string };

export type RegisterTable = {
  table: "street" | "building" | "dwelling" | "address";
  columns: readonly string[];
  dated: boolean;
  placed: boolean;
};

export const registerTables = {
  street: { table: "street", columns: ["name", "place_name"], dated: false, placed: false },
  building: {
    table: "building",
    columns: [
      "neighbourhood_code", "built_year", "status", "geometry", "min_lon", "min_lat", "max_lon", "max_lat",
      "footprint_m2", "dwelling_count", "dwelling_type",
    ],
    dated: true,
    placed: true,
  },
  dwelling: {
    table: "dwelling",
    columns: [
      "neighbourhood_code", "building_id", "street_id", "postcode", "house_number", "house_letter", "house_addition",
      "area_m2", "purposes", "is_home", "status", "lon", "lat", "dwelling_type",
    ],
    dated: true,
    placed: true,
  },
  address: {
    table: "address",
    columns: ["dwelling_id", "is_main", "street_id", "postcode", "house_number", "house_letter", "house_addition"],
    dated: false,
    placed: false,
  },
} as const satisfies Record<string, RegisterTable>;

/**
 * Merges temporary table `next_<table>` into the register: what is new is inserted, what differs is changed, what is the
 * same is left alone. What came back is not ended any more. Leaves every change in `change_<table>` (id, change, was and
 * becomes: the neighbourhood before and after).
 */
export async function mergeRegister(tx: BulkTx, { table, columns, dated, placed }: RegisterTable, coverage: Coverage): Promise<void> {
  const all = ["id", ...columns];
  const of = (alias: string) => columns.map((column) => `${alias}.${column}`).join(", ");
  const was = placed ? "t.neighbourhood_code" : "null::text";
  const becomes = placed ? "n.neighbourhood_code" : "null::text";
  await tx.rows(
    `create temp table change_${table} on commit drop as
     select n.id, case when t.id is null then 'inserted' else 'changed' end as change, ${was} as was, ${becomes} as becomes
     from next_${table} n left join ${table} t on t.id = n.id
     where t.id is null or t.ended_on is not null or (${of("t")}) is distinct from (${of("n")})`,
  );
  const provenance = dated ? ", source_date, register_area" : ", register_area";
  const parameters = dated ? [coverage.area, coverage.date] : [coverage.area];
  await tx.rows(
    `insert into ${table} (${all.join(", ")}${provenance})
     select ${all.map((column) => `n.${column}`).join(", ")}${dated ? ", $2::date" : ""}, $1::text
     from next_${table} n join change_${table} c on c.id = n.id and c.change = 'inserted'
     order by n.id`,
    parameters,
  );
  await tx.rows(
    `update ${table} t set ${columns.map((column) => `${column} = n.${column}`).join(", ")}, ended_on = null
     from next_${table} n join change_${table} c on c.id = n.id and c.change = 'changed' where t.id = n.id`,
  );
  // That the file confirms a record is no change of it, so this does not count as one.
  await tx.rows(
    `update ${table} t set register_area = $1${dated ? ", source_date = $2::date" : ""} from next_${table} n
     where t.id = n.id and (t.register_area is distinct from $1${dated ? " or t.source_date is distinct from $2::date" : ""})`,
    parameters,
  );
}

/** Ends, as of the date of the file, what an earlier file of the same area had and this one has not. Deletes nothing. */
export async function endVanished(tx: BulkTx, { table, placed }: RegisterTable, coverage: Coverage): Promise<void> {
  await tx.rows(
    `with gone as (
       update ${table} t set ended_on = $1::date
       where t.ended_on is null and ('NL' = any ($2::text[]) or string_to_array(t.register_area, ',') <@ $2::text[])
       and not exists (select from next_${table} n where n.id = t.id)
       returning t.id, ${placed ? "t.neighbourhood_code" : "null::text"} as was
     )
     insert into change_${table} (id, change, was) select id, 'ended', was from gone`,
    [coverage.date, coverage.covers],
  );
}
