import { and, eq, ne, sql } from "drizzle-orm";
import { purchase } from "../../../db/schema/purchases.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { shownOrders } from "./list-purchases.server.ts";

/** How many homes are at a step or dropped out for a reason; null below ten. */
export type Count = { what: "step" | "reason"; name: string; homes: number | null };
/** The numbers of a purchase, the same for everybody who sees it: orders that stand, the most that ever did, and places taken. */
export type PurchaseNumbers = { orders: number; mostOrders: number; places: number; counts: Count[] };

export const numberColumns = { orders: shownOrders, mostOrders: purchase.mostOrders, places: purchase.places };

/** @returns null for what isn't there or isn't theirs to see */
export async function purchaseNumbers(tx: ViewerTx, id: string): Promise<PurchaseNumbers | null> {
  const [row] = await tx.select(numberColumns).from(purchase).where(and(eq(purchase.id, id), ne(purchase.state, "concept")));
  return row ? { ...row, counts: await countsOf(tx, id) } : null;
}

export async function countsOf(tx: ViewerTx, id: string): Promise<Count[]> {
  return tx.select({ what: sql<Count["what"]>`what`, name: sql<string>`name`, homes: sql<number | null>`homes` }).from(sql`viewer.purchase_counts(${id}::uuid)`);
}
