import { eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import type { AnyTable } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { endConsentFor } from "../consent/end-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "./own-item.server.ts";

/**
 * Takes an own item back: from the next request on nobody else sees it, and after seven days it is erased.
 * @returns false when the household has no such item
 */
export async function withdrawItem(tx: ViewerTx, resident: Resident, table: AnyTable, id: string): Promise<boolean> {
  const item = await ownItem(tx, resident, table, id);
  if (!item) return false;
  if (item.withdrawnAt) return true;
  await tx.update(table).set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId, updatedAt: sql`now()` }).where(eq(table.id, id));
  await endConsentFor(tx, resident, id);
  await journal(tx, { kind: "withdrawal", id });
  return true;
}
