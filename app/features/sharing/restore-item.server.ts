import { eq, sql } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import type { ItemTable } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { renewConsent } from "../consent/renew-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "./audience-options.server.ts";
import { ownItem } from "./own-item.server.ts";
import { refuseAudience, refuseRestore } from "./policy.ts";
import { Refused } from "./refused.ts";

/**
 * Puts back what was withdrawn, for the audience it had; for the own household when that audience has become too small,
 * or when somebody else in the household agreed to it.
 * @returns the audience that sees it now; null when the household has no such item
 * @throws Refused after seven days
 */
export async function restoreItem(tx: ViewerTx, resident: Resident, table: ItemTable, id: string): Promise<Audience | null> {
  const item = await ownItem(tx, resident, table, id);
  if (!item) return null;
  if (!item.withdrawnAt) return item.audience;
  const refusal = refuseRestore(item, new Date());
  if (refusal) throw new Refused(refusal);
  const offered = !refuseAudience(item.audience, await audienceOptions(tx, resident));
  const audience = offered && (await renewConsent(tx, resident, id, item.audience)) ? item.audience : "household";
  await tx
    .update(table)
    .set({ audience, withdrawnAt: null, withdrawnBy: null, updatedAt: sql`now()`, ...(audience === "household" ? { sharedAt: null } : {}) })
    .where(eq(table.id, id));
  return audience;
}
