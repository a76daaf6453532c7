import { and, count, eq, sql } from "drizzle-orm";
import { jointRequest } from "../../../db/schema/joint.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** How many joint requests this resident started in the last 24 hours. */
export async function startedToday(tx: ViewerTx, resident: Resident): Promise<number> {
  const [row] = await tx
    .select({ started: count() })
    .from(jointRequest)
    .where(and(eq(jointRequest.startedBy, resident.residentId), sql`${jointRequest.createdAt} > now() - interval '24 hours'`));
  return row!.started;
}
