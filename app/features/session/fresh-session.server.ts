import { and, eq, gt, sql } from "drizzle-orm";
import { session } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "./viewer.ts";

/** For so many minutes after logging in, somebody may add a way to log in. */
export const freshMinutes = 10;

/** Whether this session began in the last ten minutes. Until the transaction ends, nobody can end it. */
export async function isFreshSession(tx: AuthTx, viewer: AccountViewer): Promise<boolean> {
  const [fresh] = await tx
    .select({ id: session.publicId })
    .from(session)
    .where(and(eq(session.publicId, viewer.sessionId), eq(session.accountId, viewer.accountId), gt(session.createdAt, sql`now() - make_interval(mins => ${freshMinutes}::int)`)))
    .for("update");
  return fresh !== undefined;
}
