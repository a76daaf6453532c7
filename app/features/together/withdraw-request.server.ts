import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { jointRequest } from "../../../db/schema/joint.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Takes back a request that this resident started: nobody else sees it from now on, and after seven days it is erased. @returns false when there is none */
export async function withdrawRequest(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const own = and(eq(jointRequest.id, id), eq(jointRequest.startedBy, resident.residentId));
  const [gone] = await tx.update(jointRequest).set({ withdrawnAt: sql`now()` }).where(and(own, isNull(jointRequest.withdrawnAt))).returning({ id: jointRequest.id });
  if (gone) await journal(tx, { kind: "withdrawal", id });
  return gone !== undefined || (await tx.select({ id: jointRequest.id }).from(jointRequest).where(own)).length > 0;
}

/** Puts back what {@link withdrawRequest} took back, within seven days; who took part still does. @returns false when that can't be (any more) */
export async function restoreRequest(tx: ViewerTx, resident: Resident, id: string): Promise<boolean> {
  const back = await tx
    .update(jointRequest)
    .set({ withdrawnAt: null })
    .where(and(eq(jointRequest.id, id), eq(jointRequest.startedBy, resident.residentId), isNotNull(jointRequest.withdrawnAt)))
    .returning({ id: jointRequest.id });
  return back.length === 1;
}
