import { paperDeeds } from "../../purchases/paper-deeds.ts";

/** What can be entered as a thing of one's own, in the order of the page. */
export const itemNames = ["maatregel", "wens", "buurtwens", "melding"] as const;
/** The names of what can be entered, as they stand in addresses. */
const entryNames = [...itemNames, ...paperDeeds] as const;
export type EntryName = (typeof entryNames)[number];

/** Whether an address names something that can be entered. */
export function isEntryName(name: string | undefined): name is EntryName {
  return entryNames.some((known) => known === name);
}

/** Whether it is entered about a purchase, which then stands in the address. */
export function isPaperDeed(name: EntryName): name is (typeof paperDeeds)[number] {
  return paperDeeds.some((deed) => deed === name);
}
