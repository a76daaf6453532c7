import type { BulkTx } from "../../../../../db/copy.server.ts";
import type { LeftOut } from "./read-label.ts";

/** Columns of `energy_label` that come from a row of the file. */
const columns = [
  "energy_class", "method", "recorded_on", "registered_on", "valid_until", "kwh_per_m2_year", "mj_per_year", "area_m2", "building_type", "matched_by",
] as const;

/**
 * Finds the home of every staged label: by identification, or by address where the row has none and exactly one home has
 * that address. Leaves them in temporary table `label_match`: `why` is null for those that are found.
 * @param oneSuffix whether the file has letter and addition in one column
 */
export async function matchLabels(tx: BulkTx, oneSuffix: boolean): Promise<void> {
  const suffix = oneSuffix
    ? "regexp_replace(upper(concat(a.house_letter, a.house_addition)), '[^0-9A-Z]', '', 'g')"
    : "upper(concat(a.house_letter, '|', a.house_addition))";
  await tx.rows(
    `create temp table label_match on commit drop as
     with addressed as (select * from staged_label where dwelling_id is null),
     known as (
       select distinct s.line, d.id from addressed s
       join address a on replace(a.postcode, ' ', '') = s.postcode and a.house_number = s.house_number and ${suffix} = s.suffix and a.ended_on is null
       join dwelling d on d.id = a.dwelling_id and d.is_home and d.ended_on is null
     )
     select s.line, d.id as dwelling_id, 'id' as matched_by,
       case when d.id is null or not d.is_home then 'not a home in the register' when d.ended_on is not null then 'a home that has ended' end as why
     from staged_label s left join dwelling d on d.id = s.dwelling_id where s.dwelling_id is not null
     union all
     select s.line, min(k.id), 'address', case count(k.id) when 0 then 'not a home in the register' when 1 then null else 'an address of several homes' end
     from addressed s left join known k on k.line = s.line group by s.line`,
  );
  await tx.rows("analyze label_match");
}

/**
 * Chooses one label per home and leaves it in temporary table `next_label`: the newest by the day on which the home was
 * recorded, then by the day of registration; of equals the one that was found by identification, then the one that is
 * valid longest, then the last in the file.
 */
export async function chooseLabels(tx: BulkTx): Promise<void> {
  await tx.rows(
    `create temp table next_label on commit drop as
     select distinct on (m.dwelling_id) m.dwelling_id, ${columns.map((column) => `${column === "matched_by" ? "m" : "s"}.${column}`).join(", ")}
     from label_match m join staged_label s on s.line = m.line where m.why is null
     order by m.dwelling_id, s.recorded_on desc nulls last, s.registered_on desc nulls last, m.matched_by = 'id' desc, s.valid_until desc nulls last, s.line desc`,
  );
  await tx.rows("analyze next_label");
}

/** Rows that were staged and did not become a label, by reason. */
export async function countLeftOut(tx: BulkTx): Promise<{ reason: LeftOut; count: number }[]> {
  return tx.rows(
    `select why as reason, count(*)::int as count from label_match where why is not null group by why
     union all select 'an older label of a home with a newer one', (count(*) - (select count(*) from next_label))::int from label_match where why is null`,
  );
}

export type LabelChanges = { kept: number; byId: number; inserted: number; changed: number; removed: number };

/**
 * Makes `energy_label` what `next_label` says: what is new is inserted, what differs is changed, what the file no longer
 * has is removed, and what is the same is left alone but for the date of the file that confirms it.
 */
export async function mergeLabels(tx: BulkTx, sourceDate: string): Promise<LabelChanges> {
  const of = (alias: string) => columns.map((column) => `${alias}.${column}`).join(", ");
  const [removed] = await tx.rows<{ count: number }>(
    "with gone as (delete from energy_label t where not exists (select from next_label n where n.dwelling_id = t.dwelling_id) returning 1) select count(*)::int as count from gone",
  );
  const [changed] = await tx.rows<{ count: number }>(
    `with changed as (update energy_label t set ${columns.map((column) => `${column} = n.${column}`).join(", ")}
       from next_label n where n.dwelling_id = t.dwelling_id and (${of("t")}) is distinct from (${of("n")}) returning 1)
     select count(*)::int as count from changed`,
  );
  const [inserted] = await tx.rows<{ count: number }>(
    `with made as (insert into energy_label (dwelling_id, ${columns.join(", ")}, source_date)
       select dwelling_id, ${columns.join(", ")}, $1::date from next_label n
       where not exists (select from energy_label t where t.dwelling_id = n.dwelling_id) returning 1)
     select count(*)::int as count from made`,
    [sourceDate],
  );
  await tx.rows("update energy_label set source_date = $1::date where source_date <> $1::date", [sourceDate]);
  const [kept] = await tx.rows<{ count: number; id: number }>("select count(*)::int as count, (count(*) filter (where matched_by = 'id'))::int as id from next_label");
  return { kept: kept!.count, byId: kept!.id, inserted: inserted!.count, changed: changed!.count, removed: removed!.count };
}
