import { eq, sql } from "drizzle-orm";
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
    const [hidden] = await tx
      .select({ subjectId: hiding.subjectId })
      .from(appeal)
      .innerJoin(hiding, eq(hiding.reportId, appeal.reportId))
      .where(eq(appeal.id, id));
    if (hidden) await journal(tx, { kind: "hiding", id: hidden.subjectId });
  }
  return done?.outcome ?? null;
}
