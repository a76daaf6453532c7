import { and, eq, isNull } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import { answer, type ItemKind, sharedItems } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { endConsentTo } from "../consent/end-consent.server.ts";
import { takeAlong } from "../households/leave-behind.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { showContactPerson } from "../roles/show-contact-person.server.ts";
import { stopSharingWithSupplier } from "../purchases/supplier-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { stopTakingPart } from "../together/stop-taking-part.server.ts";
import { leaveWish } from "../wishes/leave-wish.server.ts";

/**
 * Takes a consent back, with its effect: what was shared is for the own household again, an answer is taken back, a joined wish or request is left, a supplier gets nothing more, the
 * chosen name goes back to the street, a measure is taken along when its owner moves, a contact person is no longer shown, the household no longer counts in figures. From the next request on.
 * @returns false when there is no such consent, it was taken back before, or it is a housemate's name
 */
export async function withdrawConsent(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const [given] = await tx
    .select({ purpose: consent.purpose, subjectId: consent.subjectId, residentId: consent.residentId })
    .from(consent)
    .where(and(eq(consent.id, id), eq(consent.householdId, resident.householdId), isNull(consent.withdrawnAt)));
  if (!given) return false;
  const { purpose, subjectId } = given;
  if (purpose === "display_name") {
    if (given.residentId !== resident.residentId) return false;
    await changeDisplayName(tx, resident, null);
  } else if (purpose === "published_figures") {
    await endConsentTo(tx, resident, purpose, "household");
  } else if (subjectId && purpose === "contact_person") {
    if (given.residentId !== resident.residentId) return false;
    await showContactPerson(tx, resident, subjectId, false);
  } else if (subjectId && purpose === "join_wish") {
    await leaveWish(tx, resident, subjectId);
  } else if (subjectId && purpose === "joint_request") {
    await stopTakingPart(tx, resident, subjectId);
  } else if (subjectId && purpose === "purchase_supplier") {
    await stopSharingWithSupplier(tx, resident, subjectId);
  } else if (subjectId && purpose === "leave_behind") {
    await takeAlong(tx, resident, [subjectId]);
  } else if (subjectId && purpose === "share_answer") {
    await withdrawItem(tx, resident, answer, subjectId);
  } else if (subjectId) {
    await changeAudience(tx, resident, sharedItems[purpose.replace("share_", "") as ItemKind], subjectId, "household");
  }
  return true;
}
