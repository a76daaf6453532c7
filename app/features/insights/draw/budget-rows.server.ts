import { inArray, sql } from "drizzle-orm";
import { figureBudget } from "../../../../db/schema/insights.ts";
import type { WorkerTx } from "../../../../db/viewer.server.ts";
import { UNITS_PER_RELEASE, UNITS_PER_YEAR } from "../budget.ts";

// As text of one parameter each: a hundred thousand homes are more than a statement takes parameters.
const column = (values: Iterable<string>) => sql`string_to_array(${[...values].join(" ")}, ' ')`;

/** What the involvement of homes was where it was counted, by the row of the ledger, for who has the secret only. */
export async function answersBefore(tx: WorkerTx, keys: Iterable<string>): Promise<Map<string, string>> {
  const rows = await tx
    .select({ key: figureBudget.dwellingKey, answer: figureBudget.answer })
    .from(figureBudget)
    .where(inArray(figureBudget.dwellingKey, sql`(select unnest(${column(keys)})::uuid)`));
  return new Map(rows.flatMap(({ key, answer }) => (answer ? [[key, answer]] : [])));
}

/**
 * Charges homes for one release more in a year, in one statement, so that two draws at once can't both find the same room.
 * @param answers what is kept of their involvement, where it is counted now
 * @returns those that have no room left: nothing was charged to them, and they may not be counted
 */
export async function charge(tx: WorkerTx, year: string, keys: ReadonlySet<string>, answers: ReadonlyMap<string, string>): Promise<Set<string>> {
  if (keys.size === 0) return new Set();
  // In one order, so that two draws don't wait for each other's homes.
  const sorted = [...keys].sort();
  const given = sql`unnest(${column(sorted)}::uuid[], ${column(sorted.map((key) => answers.get(key) ?? "-"))}) b (key, answer)`;
  const charged = tx.$with("charged").as(
    tx
      .insert(figureBudget)
      .select(sql`select b.key, ${year}::smallint, ${UNITS_PER_RELEASE}::smallint, nullif(b.answer, '-') from ${given}`)
      .onConflictDoUpdate({
        target: figureBudget.dwellingKey,
        set: { units: sql`figure_budget.units + excluded.units`, answer: sql`coalesce(excluded.answer, figure_budget.answer)` },
        setWhere: sql`figure_budget.units + excluded.units <= ${UNITS_PER_YEAR}`,
      })
      .returning({ key: figureBudget.dwellingKey }),
  );
  const refused = await tx
    .with(charged)
    .select({ key: sql<string>`b.key` })
    .from(given)
    .where(sql`b.key not in (select ${charged.key} from ${charged})`);
  return new Set(refused.map(({ key }) => key));
}
