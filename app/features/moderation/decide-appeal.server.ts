import { and, eq, isNull, or, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { appeal, type AppealOutcome, hiding } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";

/** What came of a decision on an appeal; null where it is not for this moderator. */
export type AppealDecision = AppealOutcome | "own" | "decided" | "too_many" | null;

/**
 * Decides on an appeal, for good. What was hidden shows again, or what was kept is hidden, when the first decision is
 * overturned; everybody concerned is told.
 */
export async function decideAppeal(tx: ViewerTx, id: string, outcome: AppealOutcome, answer: string): Promise<AppealDecision> {
  const [done] = await tx.select({ outcome: sql<AppealDecision>`viewer.decide_appeal(${id}, ${outcome}, ${answer})` }).from(sql`(select) as nothing`);
  if (done?.outcome === "upheld" || done?.outcome === "overturned") await wakeDelivery(tx);
  if (done?.outcome === "overturned") {
    // Without one the item is gone, and nothing can bring it back into sight.
    const [decision] = await tx
      .select({ id: hiding.id, subjectId: hiding.subjectId, liftedAt: hiding.liftedAt })
      .from(appeal)
      .innerJoin(hiding, or(eq(hiding.id, appeal.hidingId), and(eq(hiding.reportId, appeal.reportId), isNull(hiding.liftedAt))))
      .where(eq(appeal.id, id));
    if (decision) await journal(tx, { kind: decision.liftedAt ? "hiding_end" : "hiding", id: decision.subjectId, otherId: decision.id });
  }
  return done?.outcome ?? null;
}
