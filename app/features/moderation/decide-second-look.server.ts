import { eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { secondLook, type SecondLookOutcome } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";

/** What came of a decision; "waits" while an objection does, null where it is not for this moderator. */
export type SecondLookDecision = SecondLookOutcome | "decided" | "waits" | null;

/** Shows again what its household changed, or leaves it hidden; the household is told and reads why. */
export async function decideSecondLook(tx: ViewerTx, id: string, outcome: SecondLookOutcome, answer: string): Promise<SecondLookDecision> {
  const [done] = await tx.select({ outcome: sql<SecondLookDecision>`viewer.decide_second_look(${id}, ${outcome}, ${answer})` }).from(sql`(select) as nothing`);
  if (done?.outcome === "lifted" || done?.outcome === "left") await wakeDelivery(tx);
  if (done?.outcome === "lifted") {
    const [look] = await tx.select({ subjectId: secondLook.subjectId, hidingId: secondLook.hidingId }).from(secondLook).where(eq(secondLook.id, id));
    await journal(tx, { kind: "hiding_end", id: look!.subjectId, otherId: look!.hidingId });
  }
  return done?.outcome ?? null;
}
