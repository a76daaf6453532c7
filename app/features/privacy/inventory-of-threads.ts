import type { InventoryLine, TableName } from "./inventory-line.ts";

/** What two residents write to each other in private. */
export const inventoryOfThreads = {
  privateThread: {
    personal: true,
    what: "Which two residents write to each other, about which kind of measure, under which names, and who ended it",
    whose: "the two, and not their households",
    purpose: "asking a neighbour who allows it",
    kept: "until 24 months after the last message, or until both are erased; of who was erased neither name nor id",
    inOwnExport: true,
  },
  privateMessage: {
    personal: true,
    what: "What one of the two wrote, under which name, and when",
    whose: "who wrote it, and who got it",
    purpose: "showing it to the other",
    kept: "its text until it is taken back, its writer is erased, or seven days after they left; that something stood there as long as the thread",
    inOwnExport: true,
  },
} satisfies Partial<Record<TableName, InventoryLine>>;
