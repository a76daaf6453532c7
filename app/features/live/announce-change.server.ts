import { sql } from "drizzle-orm";
import type { AuthTx, ViewerTx, WorkerTx } from "../../../db/viewer.server.ts";
import type { LiveTopic } from "./topics.ts";

/** On which every process of the site listens. */
export const liveChannel = "live";

/**
 * Tells the open pages about a thing that it changed, once the transaction has committed; all processes hear it. Only its id
 * leaves the database: each page reads it again as its own viewer.
 * @param id of the thing; for `notices` that of the resident whose notices changed
 */
export async function announceChange(tx: ViewerTx | WorkerTx | AuthTx, topic: LiveTopic, id: string): Promise<void> {
  await notify(tx, `${topic} ${id}`);
}

/** Ends the open connections of sessions that ended, once the transaction has committed. @param sessions their public ids */
export async function announceSessionsEnd(tx: AuthTx, sessions: readonly { publicId: string }[]): Promise<void> {
  for (const { publicId } of sessions) await notify(tx, `session ${publicId}`);
}

async function notify(tx: ViewerTx | WorkerTx | AuthTx, payload: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${liveChannel}, ${payload})`);
}
