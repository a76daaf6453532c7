import { eq } from "drizzle-orm";
import { asBytes } from "../../../../db/base64.server.ts";
import { ownArchive, ownArchivePiece } from "../../../../db/schema/privacy.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { sealBytes } from "../../../http/sealing.server.ts";
import { enqueue } from "../../notifications/enqueue.server.ts";
import { tell } from "../../notifications/tell.server.ts";
import { type Archive, archivePurpose, claimArchive, finishArchive, holdArchive, Superseded } from "./archive-work.server.ts";
import { ownArchiveZip } from "./own-archive-zip.server.ts";
import { viewerOf } from "./viewer-of.server.ts";

const pieceBytes = 1024 * 1024;
const signOfLifeEvery = 20_000;

/**
 * Makes the archives that were asked for, one after another. It may be cut off at any moment: what was half made is taken up again
 * from its beginning. One that fails holds up none of the others, and is tried again when it has been silent for a while.
 * @returns how many are ready
 */
export async function makeArchives(): Promise<number> {
  let ready = 0;
  for (let archive = await claimArchive(); archive; archive = await claimArchive()) {
    try {
      if (await makeArchive(archive)) ready++;
    } catch (error) {
      if (!(error instanceof Superseded)) console.error(`archives: ${archive.id} could not be made: ${error instanceof Error ? error.name : "error"}`);
    }
  }
  return ready;
}

/** @returns false for who left meanwhile */
async function makeArchive(archive: Archive): Promise<boolean> {
  const viewer = await viewerOf(archive.accountId);
  if (!viewer) {
    await asWorker((tx) => tx.delete(ownArchive).where(eq(ownArchive.id, archive.id)));
    return false;
  }
  const zip = ownArchiveZip(viewer, archive.createdAt);
  const alive = setInterval(() => void asWorker((tx) => holdArchive(tx, archive)).catch((error: Error) => zip.destroy(error)), signOfLifeEvery);
  try {
    let part = 0;
    let size = 0;
    for await (const piece of inPieces(zip)) {
      size += piece.byteLength;
      const sealed = sealBytes(archivePurpose, `${archive.id} ${part}`, piece);
      await asWorker(async (tx) => {
        await holdArchive(tx, archive);
        await tx.insert(ownArchivePiece).values({ archiveId: archive.id, part: part++, bytes: asBytes(sealed) });
      });
    }
    await asWorker(async (tx) => {
      await holdArchive(tx, archive);
      await finishArchive(tx, archive, size);
      // Who has a home is told where everything is told; a moderator of elsewhere or a manager has a mail only.
      if (viewer.householdId && viewer.neighbourhoodCode) await tell(tx, "archive-ready", { subjectId: archive.id, neighbourhoodCode: viewer.neighbourhoodCode });
      else await enqueue(tx, "archive-ready", { accountId: viewer.accountId });
    });
    return true;
  } finally {
    clearInterval(alive);
  }
}

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size) yield Buffer.concat(held);
}
