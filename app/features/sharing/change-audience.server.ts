import { eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { type Audience, audiences } from "../../../db/schema/people.ts";
import type { ItemTable } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { endConsentFor } from "../consent/end-consent.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "./audience-options.server.ts";
import { consentPurpose, ownItem } from "./own-item.server.ts";
import { refuseAudience, refuseChange } from "./policy.ts";
import { Refused } from "./refused.ts";

/** Whether one audience reaches more people than another. */
export function isWider(wanted: Audience, than: Audience): boolean {
  return audiences.indexOf(wanted) > audiences.indexOf(than);
}

/**
 * Shows an own item to another audience: the old consent ends and a new one begins in the same transaction. What
 * already had this audience keeps its consent.
 * @returns false when the household has no such item
 * @throws Refused when the audience has too few homes, or the item was withdrawn
 */
export async function changeAudience(tx: ViewerTx, resident: Resident, table: ItemTable, id: string, wanted: Audience): Promise<boolean> {
  const item = await ownItem(tx, resident, table, id);
  if (!item) return false;
  const refusal = refuseChange(item) ?? refuseAudience(wanted, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  if (item.audience === wanted) {
    await tx.update(table).set({ narrowedAt: null }).where(eq(table.id, id));
    return true;
  }
  await endConsentFor(tx, resident, id, "sharing");
  if (isWider(item.audience, wanted)) await journal(tx, { kind: "narrowing", id });
  await tx
    .update(table)
    .set({ audience: wanted, narrowedAt: null, updatedAt: sql`now()`, sharedAt: sharedSince(item, wanted) })
    .where(eq(table.id, id));
  if (wanted !== "household") await giveConsent(tx, resident, { purpose: consentPurpose(table), audience: wanted }, { subjectId: id, fieldGroup: "item" });
  return true;
}

/** New to those who could not see it before; who narrows it doesn't bring it to the top again. */
function sharedSince(item: { audience: Audience; sharedAt: Date | null }, wanted: Audience) {
  if (wanted === "household") return null;
  return isWider(wanted, item.audience) || !item.sharedAt ? sql`now()` : item.sharedAt;
}
