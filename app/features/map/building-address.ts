import { groupBy } from "./group-by.ts";

export type Numbered = { streetId: string; street: string; houseNumber: number | null; houseLetter: string | null; houseAddition: string | null };

/** House number as it is written on the door: 12, 12A, 12-3. */
export function writtenNumber({ houseNumber, houseLetter, houseAddition }: Omit<Numbered, "street" | "streetId">): string {
  return `${houseNumber ?? ""}${houseLetter ?? ""}${houseAddition ? `-${houseAddition}` : ""}`;
}

/**
 * How a building is called: the street that most of its addresses are on, and the number there, or the lowest and the
 * highest. Give it every address of the building, never a choice of them.
 */
export function buildingAddress(addresses: readonly Numbered[]): { streetId: string; street: string; number: string } | null {
  const most = [...groupBy(addresses, (address) => address.streetId).values()].sort((a, b) => b.length - a.length || (a[0]!.streetId < b[0]!.streetId ? -1 : 1))[0];
  if (!most) return null;
  const { streetId, street } = most[0]!;
  if (most.length === 1) return { streetId, street, number: writtenNumber(most[0]!) };
  const numbers = most.filter((address) => address.houseNumber !== null).sort((a, b) => a.houseNumber! - b.houseNumber! || (a.houseLetter ?? "").localeCompare(b.houseLetter ?? ""));
  const ends = [numbers[0], numbers.at(-1)].flatMap((address) => (address ? [`${address.houseNumber}${address.houseLetter ?? ""}`] : []));
  return { streetId, street, number: [...new Set(ends)].join("–") };
}
