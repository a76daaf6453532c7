import { and, count, eq, gt, sql } from "drizzle-orm";
import { bytesOf } from "../../../../db/base64.server.ts";
import { ownArchive, ownArchivePiece } from "../../../../db/schema/privacy.ts";
import { asViewer } from "../../../../db/viewer.server.ts";
import { unsealBytes } from "../../../http/sealing.server.ts";
import type { AccountViewer } from "../../session/viewer.ts";
import { archivePurpose } from "./archive-work.server.ts";

/**
 * An own archive to download, in pieces that are opened one at a time, each as whose it is.
 * @returns null when there is none for who asks, or it had its time
 */
export async function fetchArchive(viewer: AccountViewer, id: string): Promise<{ body: ReadableStream<Uint8Array>; createdAt: Date } | null> {
  const found = await asViewer(viewer, async (tx) => {
    const [archive] = await tx.select({ createdAt: ownArchive.createdAt }).from(ownArchive).where(and(eq(ownArchive.id, id), eq(ownArchive.state, "ready"), gt(ownArchive.expiresAt, sql`now()`)));
    const [pieces] = await tx.select({ count: count() }).from(ownArchivePiece).where(eq(ownArchivePiece.archiveId, id));
    return archive && { ...archive, parts: Number(pieces!.count) };
  });
  if (!found) return null;
  let part = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (part === found.parts) return controller.close();
      const [piece] = await asViewer(viewer, (tx) => tx.select({ bytes: bytesOf(ownArchivePiece.bytes) }).from(ownArchivePiece).where(and(eq(ownArchivePiece.archiveId, id), eq(ownArchivePiece.part, part))));
      const bytes = piece && unsealBytes(archivePurpose, `${id} ${part}`, piece.bytes);
      part++;
      if (bytes) controller.enqueue(bytes);
      else controller.error(new Error("A piece of the archive is not there, or was sealed with another APP_SECRET."));
    },
  });
  return { body, createdAt: found.createdAt };
}
