import { type SQL, sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** What a function of the database says: it refuses, locks, writes down and tells. */
export async function asked<Value>(tx: ViewerTx, call: SQL<Value>): Promise<Value> {
  const [row] = await tx.select({ value: call }).from(sql`(select) as nothing`);
  return row!.value;
}
