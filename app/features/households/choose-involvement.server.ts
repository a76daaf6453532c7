import { eq } from "drizzle-orm";
import { type Involvement, resident as residentTable } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Says how involved somebody wants to be; "not_now" is respected everywhere. */
export async function chooseInvolvement(tx: ViewerTx, resident: Resident, involvement: Involvement): Promise<void> {
  await tx.update(residentTable).set({ involvement }).where(eq(residentTable.id, resident.residentId));
}
