import { createHmac } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { figureBudget } from "../../../../db/schema/insights.ts";
import type { WorkerTx } from "../../../../db/viewer.server.ts";
import type { Ledger } from "../budget.ts";

/** What is known of homes from earlier releases, by `ledgerKey`. */
export type BudgetRows = { ledger: Record<string, number>; answers: Map<string, string> };

export async function budgetRows(tx: WorkerTx, keys: readonly string[]): Promise<BudgetRows> {
  if (keys.length === 0) return { ledger: {}, answers: new Map() };
  const rows = await tx
    .select({ key: figureBudget.dwellingKey, units: figureBudget.units, answer: figureBudget.answer })
    .from(figureBudget)
    .where(inArray(figureBudget.dwellingKey, sql`(select unnest(string_to_array(${keys.join(" ")}, ' ')))`));
  return { ledger: Object.fromEntries(rows.map(({ key, units }) => [key, units])), answers: new Map(rows.flatMap(({ key, answer }) => (answer ? [[key, answer]] : []))) };
}

/** Writes what homes spent now, and what their involvement was where it was counted. @param after of the year, with these homes charged */
export async function keepBudget(tx: WorkerTx, year: string, charged: readonly string[], after: Ledger, answers: ReadonlyMap<string, string>): Promise<void> {
  if (charged.length === 0) return;
  // As text of one parameter each: a hundred thousand homes are more than a statement takes parameters.
  const column = (values: (string | number)[]) => sql`string_to_array(${values.join(" ")}, ' ')`;
  await tx.execute(sql`
    insert into figure_budget (dwelling_key, year, units, answer)
    select b.key, ${year}::smallint, b.units::smallint, nullif(b.answer, '-')
    from unnest(${column([...charged])}, ${column(charged.map((key) => after[key]!))}, ${column(charged.map((key) => answers.get(key) ?? "-"))}) b (key, units, answer)
    on conflict (dwelling_key) do update set units = excluded.units, answer = coalesce(excluded.answer, figure_budget.answer)`);
}

/** What a home's involvement was, for who has the secret only: the same for the same answer, and nothing to be read from it. */
export function answerTag(secret: Uint8Array, dwelling: string, cell: string): string {
  return createHmac("sha256", secret).update(JSON.stringify(["answer", dwelling, cell])).digest("base64url").slice(0, 16);
}
