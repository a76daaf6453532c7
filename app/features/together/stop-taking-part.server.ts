import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { jointRequestPart } from "../../../db/schema/joint.ts";
import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** The household takes no part in a joint request any more, also when it cannot see the request. */
export async function stopTakingPart(tx: ViewerTx, resident: Resident, requestId: string): Promise<void> {
  await tx.delete(jointRequestPart).where(and(eq(jointRequestPart.requestId, requestId), eq(jointRequestPart.householdId, resident.householdId)));
  const ended = await tx
    .update(consent)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId })
    .where(and(eq(consent.householdId, resident.householdId), eq(consent.purpose, "joint_request"), eq(consent.subjectId, requestId), isNull(consent.withdrawnAt)))
    .returning({ id: consent.id });
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}
