import type { BulkTx } from "../../../../../db/copy.server.ts";

const areaStage = { table: "next_area", columns: ["code", "level", "name", "parent_code", "municipality_code", "figures", "unknown"] } as const;

/** Makes the temporary table of areas with their figures, which ends with the transaction; see merge-figures.server.ts. */
export async function makeAreaStage(tx: BulkTx): Promise<typeof areaStage> {
  await tx.rows("create temp table next_area (code text, level text, name text, parent_code text, municipality_code text, figures jsonb, unknown jsonb) on commit drop");
  return areaStage;
}
