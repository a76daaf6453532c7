import { and, eq, isNull } from "drizzle-orm";
import { jointRequest, jointRequestPart } from "../../../db/schema/joint.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * "Ik doe mee": the household takes part in a joint request, once. The third household sends it.
 * @param withName shows the name that neighbours see, where there is one
 * @returns false when there is no such request in the own building
 */
export async function takePart(tx: ViewerTx, resident: Resident, requestId: string, withName: boolean): Promise<boolean> {
  const { neighbourhoodCode, buildingId, householdId, residentId, displayName } = resident;
  const [found] = await tx.select({ id: jointRequest.id }).from(jointRequest).where(and(eq(jointRequest.id, requestId), isNull(jointRequest.withdrawnAt), isNull(jointRequest.hiddenAt)));
  if (!found || !buildingId) return false;
  const joined = await tx
    .insert(jointRequestPart)
    .values({ requestId, neighbourhoodCode, buildingId, householdId, residentId, shownName: withName ? displayName : null })
    .onConflictDoNothing()
    .returning({ requestId: jointRequestPart.requestId });
  if (joined.length) await giveConsent(tx, resident, { purpose: "joint_request" }, { subjectId: requestId, fieldGroup: withName && displayName ? "part_with_name" : "part" });
  await wakeDelivery(tx);
  return true;
}
