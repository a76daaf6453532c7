import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import { purchaseContact } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Nothing more goes to the supplier, and how the household is reached is gone here. What was handed over before stays with them. */
export async function stopSharingWithSupplier(tx: ViewerTx, resident: Resident, signUpId: string): Promise<void> {
  await tx.delete(purchaseContact).where(and(eq(purchaseContact.signUpId, signUpId), eq(purchaseContact.householdId, resident.householdId)));
  const ended = await tx
    .update(consent)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId })
    .where(and(eq(consent.householdId, resident.householdId), eq(consent.purpose, "purchase_supplier"), eq(consent.subjectId, signUpId), isNull(consent.withdrawnAt)))
    .returning({ id: consent.id });
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}
