/** The names of what can be entered, as they stand in addresses. */
export const entryNames = ["maatregel", "wens", "buurtwens", "melding"] as const;
export type EntryName = (typeof entryNames)[number];

/** Whether an address names something that can be entered. */
export function isEntryName(name: string | undefined): name is EntryName {
  return entryNames.some((known) => known === name);
}
