import { and, eq } from "drizzle-orm";
import { type AnyTable, type ItemKind, type ItemTable, sharedItems } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { SharingPurpose } from "../consent/consent-text.server.ts";
import type { Resident } from "../session/viewer.ts";

/** An item of the own household, also when it was withdrawn or hidden; locked until the transaction ends. */
export async function ownItem(tx: ViewerTx, resident: Resident, table: AnyTable, id: string) {
  const [item] = await tx
    .select({
      id: table.id,
      audience: table.audience,
      sharedAt: table.sharedAt,
      withdrawnAt: table.withdrawnAt,
      hiddenAt: table.hiddenAt,
      residentId: table.residentId,
    })
    .from(table)
    .where(and(eq(table.id, id), eq(table.householdId, resident.householdId)))
    .for("update");
  // An answer to a question that was erased is seen by nobody but its household.
  return item ? { ...item, audience: item.audience ?? "household" } : null;
}

/** What an item carries of its home and of who shares it; policies compare these columns. */
export function ownerColumns(resident: Resident) {
  return {
    neighbourhoodCode: resident.neighbourhoodCode,
    householdId: resident.householdId,
    streetId: resident.streetId,
    buildingId: resident.buildingId,
    dwellingId: resident.dwellingId,
    residentId: resident.residentId,
    shownName: resident.displayName,
  };
}

/** The consent and the words that belong to a table of items. */
export function consentPurpose(table: ItemTable): SharingPurpose {
  const [kind] = Object.entries(sharedItems).find(([, each]) => each === table) as [ItemKind, ItemTable];
  return kind === "koploper" ? kind : `share_${kind}`;
}
