import { sql } from "drizzle-orm";
import type { JointAnswer } from "../../../db/schema/joint.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { PropertyManager } from "../session/viewer.ts";

/** `byDay` is YYYY-MM-DD: when it happens, or until when they think about it. */
export type GivenAnswer = { answer: JointAnswer; byDay: string | null; text: string | null };

/**
 * Answers a joint request, or answers it anew; earlier answers stay to be read. Who takes part gets a mail.
 * @returns "too_many" after five in a day; null when there is no such request for this manager
 */
export function answerRequest(manager: PropertyManager, id: string, { answer, byDay, text }: GivenAnswer): Promise<"answered" | "too_many" | null> {
  return asViewer(manager, async (tx) => {
    const [done] = await tx
      .select({ outcome: sql<"answered" | "too_many" | null>`viewer.answer_joint_request(${id}, ${answer}, ${byDay}::date, ${text})` })
      .from(sql`(select) as nothing`);
    if (done?.outcome === "answered") await wakeDelivery(tx);
    return done?.outcome ?? null;
  });
}
