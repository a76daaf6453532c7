import { eq, sql } from "drizzle-orm";
import { resident as residentTable } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** The first visit is over; what was answered can be changed later. */
export async function finishWelcome(tx: ViewerTx, resident: Resident): Promise<void> {
  await tx.update(residentTable).set({ welcomedAt: sql`now()` }).where(eq(residentTable.id, resident.residentId));
}
