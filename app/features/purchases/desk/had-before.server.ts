import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** A sign-up that said no since, of which the supplier had something before. */
export type HadBefore = { id: string; reference: string; supplier: string; givenAt: Date; withdrawnAt: Date };

/** Who withdrew consent after the supplier was given something of them, the newest first. */
export function hadBefore(tx: ViewerTx, purchaseId: string): Promise<HadBefore[]> {
  const moment = (column: string) => sql`${sql.identifier(column)}`.mapWith((value: string | Date) => new Date(value));
  return tx
    .select({ id: sql<string>`sign_up_id`, reference: sql<string>`reference`, supplier: sql<string>`supplier`, givenAt: moment("given_at"), withdrawnAt: moment("withdrawn_at") })
    .from(sql`viewer.had_before_withdrawal(${purchaseId}::uuid)`);
}
