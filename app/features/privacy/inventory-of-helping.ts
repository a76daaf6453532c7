import type { InventoryLine, TableName } from "./inventory-line.ts";

/** What is kept of who is helped on paper, and of who helps. */
export const inventoryOfHelping = {
  paperResident: {
    personal: true,
    what: "That somebody without an account takes part at an address, in which language, with the number on their confirmation, and who took it over; no name",
    whose: "who is helped on paper",
    purpose: "entering for them, finding them again, and handing over to their own account",
    kept: "until seven days after they stop; 24 months after they were helped for the last time; taken over, as long as the household",
    inOwnExport: true,
  },
  assistedSession: {
    personal: true,
    what: "Who helped whom on paper, when, how many things were entered; the date and the text of the signed form",
    whose: "who is helped, and who helps",
    purpose: "proving that they agreed, and showing them and the moderators who helped",
    kept: "who helped and when: 24 months; the text of the form: as long as what was agreed to with it",
    inOwnExport: true,
  },
  assistedEntry: {
    personal: true,
    what: "What kind of thing was entered or taken back in which session",
    whose: "who is helped on paper",
    purpose: "the confirmation, and showing it to who takes over",
    kept: "as long as the household",
    inOwnExport: true,
  },
} as const satisfies Partial<Record<TableName, InventoryLine>>;
