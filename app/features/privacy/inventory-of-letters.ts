import type { InventoryLine, TableName } from "./inventory-line.ts";

/** What is kept of letters on paper. */
export const inventoryOfLetters = {
  letter: {
    personal: true,
    what: "That a letter was asked for and printed for a home, that its address was invited, or that one tells it who says to live there",
    whose: "who is joining; an invitation is nobody's",
    purpose: "proof of the address, and not inviting an address too often",
    kept: "30 days after it ended; that an address was invited, as long as the register has it",
    inOwnExport: "it ends with the sign-up, and an invitation names nobody",
  },
  letterBatch: {
    personal: true,
    what: "Which letters were made, for which neighbourhood or street, how many, by which moderator, and who fetched them when",
    whose: "a moderator",
    purpose: "knowing who printed codes",
    kept: "24 months",
    inOwnExport: true,
  },
  letterFile: {
    personal: true,
    what: "Letters to print, with their addresses and codes, encrypted with a key outside the database",
    whose: "who lives at the addresses; no names",
    purpose: "handing them to the moderator who prints them",
    kept: "10 minutes after it was fetched; 24 hours at most",
    inOwnExport: "nobody can open it but who prints it, and it is gone within a day",
  },
  letterRefusal: {
    personal: true,
    what: "That an address wants no letters, whether told by its code or by telephone, and which moderator wrote it down or ended it",
    whose: "who lives at the address; no names",
    purpose: "sending no letters there",
    kept: "as long as it stands; 24 months after it was ended",
    inOwnExport: "it is about an address, whoever lives there; who asked for it is not kept",
  },
} as const satisfies Partial<Record<TableName, InventoryLine>>;
