import type { BulkTx } from "../../../../db/copy.server.ts";
import type { Skips } from "./import-summary.ts";

/** Takes the records that meet a condition out of a temporary table and notes how many, of which kind and why. */
export async function skipStaged(tx: BulkTx, skips: Skips, table: string, reason: string, condition: string): Promise<void> {
  const skipped = await tx.rows<{ digits: string; count: number; examples: string[] }>(
    `with gone as (delete from ${table} where ${condition} returning id)
     select substr(id, 5, 2) as digits, count(*)::int as count, (array_agg(id order by id))[1:3] as examples from gone group by 1`,
  );
  for (const { digits, count, examples } of skipped) skips.add(digits, reason, count, examples);
}
