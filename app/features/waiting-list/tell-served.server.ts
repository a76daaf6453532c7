import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { waiting } from "../../../db/schema/auth.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/** Puts a mail in the outbox for everybody whose neighbourhood has begun, once. Their addresses are forgotten a month later. */
export async function tellServed(): Promise<void> {
  await asAuth(async (tx) => {
    const told = await tx
      .update(waiting)
      .set({ toldAt: sql`now()` })
      .from(neighbourhood)
      .where(and(eq(neighbourhood.code, waiting.neighbourhoodCode), neighbourhood.served, isNotNull(waiting.confirmedAt), isNull(waiting.toldAt)))
      .returning({ id: waiting.id });
    for (const { id } of told) await enqueue(tx, "waiting-served", { subjectId: id });
  });
}
