import { and, eq, isNull } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent, roleGrant } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { endConsentFor } from "../consent/end-consent.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Shows a contact person to the residents of the street or building, under the name that neighbours see, or no longer. The
 * same answer again changes nothing.
 * @returns false when this resident has no such role
 */
export async function showContactPerson(tx: ViewerTx, resident: Resident, grantId: string, yes: boolean): Promise<boolean> {
  const [own] = await tx
    .select({ id: roleGrant.id })
    .from(roleGrant)
    .where(and(eq(roleGrant.id, grantId), eq(roleGrant.accountId, resident.accountId), eq(roleGrant.role, "contact_person"), isNull(roleGrant.endedAt)));
  if (!own) return false;
  const [given] = await tx.select({ id: consent.id }).from(consent).where(and(eq(consent.subjectId, grantId), eq(consent.purpose, "contact_person"), isNull(consent.withdrawnAt)));
  if (yes === (given !== undefined)) return true;
  if (yes) await giveConsent(tx, resident, { purpose: "contact_person" }, { subjectId: grantId, fieldGroup: "name" });
  if (given) {
    await endConsentFor(tx, resident, grantId);
    await journal(tx, { kind: "withdrawal", id: given.id });
  }
  return true;
}
