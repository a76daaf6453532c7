import { eq, sql } from "drizzle-orm";
import { wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItem } from "../sharing/own-item.server.ts";
import { refuseChange } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import type { WishInput } from "./wish.schema.server.ts";

/** What a wish says; whether it is for the home or the neighbourhood stays as it was. */
export type WishChanges = Partial<Omit<Extract<WishInput, { scope: "home" }>, "id" | "scope" | "audience">> &
  Partial<Omit<Extract<WishInput, { scope: "neighbourhood" }>, "id" | "scope" | "audience">>;

/**
 * Changes what an own wish says; who sees it stays as it was.
 * @returns false when the household has no such wish
 * @throws Refused when it was withdrawn
 */
export async function changeWish(tx: ViewerTx, resident: Resident, id: string, changes: WishChanges): Promise<boolean> {
  const item = await ownItem(tx, resident, wish, id);
  if (!item) return false;
  const refusal = refuseChange(item);
  if (refusal) throw new Refused(refusal);
  await tx.update(wish).set({ ...changes, updatedAt: sql`now()` }).where(eq(wish.id, id));
  return true;
}
