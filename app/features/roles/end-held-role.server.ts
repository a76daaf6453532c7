import { sql } from "drizzle-orm";
import { afterCommit } from "../../../db/after-commit.server.ts";
import { appendToJournal } from "../../../db/journal.server.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** "last": nobody else moderates the neighbourhood. Null: there is no such role, or not for this viewer. */
export type EndedRole = "ended" | "last" | null;

/** Ends a role from the next request on: one at the viewer's desk, or the own one of a contact person. Who had it gets a mail. */
export function endHeldRole(viewer: AccountViewer, id: string): Promise<EndedRole> {
  return asViewer(viewer, async (tx) => {
    const [done] = await tx.select({ outcome: sql<EndedRole>`viewer.end_role(${id})` }).from(sql`(select) as nothing`);
    if (done?.outcome === "ended") {
      afterCommit("journal", appendToJournal);
      await wakeDelivery(tx);
    }
    return done?.outcome ?? null;
  });
}
