import { and, count, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { type ArchiveState, ownArchive } from "../../../../db/schema/privacy.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { AccountViewer } from "../../session/viewer.ts";

/** The channel on which a commit tells the job process that an archive was asked for. */
export const archivesChannel = "buurhof_archives";
/** How many archives somebody can ask for in 24 hours. */
export const mostArchives = 3;

export type OwnArchive = { id: string; state: Exclude<ArchiveState, "gone">; createdAt: Date; expiresAt: Date | null; size: number | null };

/**
 * Asks for everything in one file; a job makes it. Who asks while one is being made gets that one.
 * @returns null when it was asked for often enough today
 */
export async function askArchive(tx: ViewerTx, { accountId }: AccountViewer): Promise<string | null> {
  const underWay = and(eq(ownArchive.accountId, accountId), inArray(ownArchive.state, ["waiting", "making"]));
  const [waiting] = await tx.select({ id: ownArchive.id }).from(ownArchive).where(underWay);
  if (waiting) return waiting.id;
  const [today] = await tx.select({ count: count() }).from(ownArchive).where(and(eq(ownArchive.accountId, accountId), gt(ownArchive.createdAt, sql`now() - interval '24 hours'`)));
  if (Number(today!.count) >= mostArchives) return null;
  const [asked] = await tx.insert(ownArchive).values({ accountId }).onConflictDoNothing().returning({ id: ownArchive.id });
  await tx.execute(sql`select pg_notify(${archivesChannel}, '')`);
  // Somebody pressed twice at the same moment.
  return asked?.id ?? (await tx.select({ id: ownArchive.id }).from(ownArchive).where(underWay))[0]?.id ?? null;
}

/** The newest archive of who asks that is being made, can be fetched or failed. */
export async function newestArchive(tx: ViewerTx, { accountId }: AccountViewer): Promise<OwnArchive | null> {
  const [found] = await tx
    .select({ id: ownArchive.id, state: ownArchive.state, createdAt: ownArchive.createdAt, expiresAt: ownArchive.expiresAt, size: ownArchive.size })
    .from(ownArchive)
    .where(and(eq(ownArchive.accountId, accountId), sql`${ownArchive.state} <> 'gone'`, sql`(${ownArchive.expiresAt} is null or ${ownArchive.expiresAt} > now())`))
    .orderBy(desc(ownArchive.createdAt))
    .limit(1);
  return (found as OwnArchive | undefined) ?? null;
}
