import { in30Days, known, now, own } from "./row-makers.ts";
import type { TableRows } from "./rows.ts";

/** Everything of somebody in one file. */
export const rowsOfArchives: { ownArchive: TableRows<"ownArchive">; ownArchivePiece: TableRows<"ownArchivePiece"> } = {
  ownArchive: { rows: { own: { id: known.archive, accountId: own.accountId, state: "ready", readyAt: now, expiresAt: in30Days, size: 1 } }, fresh: (by) => ({ accountId: by.residentId }) },
  ownArchivePiece: {
    rows: { own: { archiveId: known.archive, part: 0, bytes: new Uint8Array([1]) } },
    fresh: () => ({ archiveId: known.archive, part: 1, bytes: new Uint8Array([1]) }),
  },
};
