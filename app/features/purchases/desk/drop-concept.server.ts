import { and, eq } from "drizzle-orm";
import { purchase } from "../../../../db/schema/purchases.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** Throws a concept away. @returns false when it has opened, or is not this moderator's */
export async function dropConcept(tx: ViewerTx, id: string): Promise<boolean> {
  const gone = await tx.delete(purchase).where(and(eq(purchase.id, id), eq(purchase.state, "concept"))).returning({ id: purchase.id });
  return gone.length > 0;
}
