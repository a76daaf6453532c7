import { eq, inArray } from "drizzle-orm";
import { waiting } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/** Takes the address of a row of the list off it, wherever it waits. */
export async function leaveWaitingList(id: string): Promise<void> {
  await asAuth((tx) => tx.delete(waiting).where(inArray(waiting.email, tx.select({ email: waiting.email }).from(waiting).where(eq(waiting.id, id)))));
}
