import type { InventoryLine } from "./inventory-line.ts";

/** Everything of somebody in one file, while it can be fetched. */
export const inventoryOfArchives = {
  ownArchive: {
    personal: true,
    what: "That somebody asked for all of their data in one file, when, and until when it can be fetched",
    whose: "who asked for it",
    purpose: "making it once, and letting nobody else fetch it",
    kept: "7 days from when it was ready; until the account asks to be erased at most",
    inOwnExport: "it says only when an export was made, and is gone within days",
  },
  ownArchivePiece: {
    personal: true,
    what: "The file itself, encrypted with a key outside the database",
    whose: "who asked for it",
    purpose: "letting them fetch it",
    kept: "7 days from when it was ready, until a newer one is, or until the account asks to be erased",
    inOwnExport: "it is the export",
  },
} as const satisfies Record<string, InventoryLine>;
