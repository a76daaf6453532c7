type Written = { streetName: string | null; houseNumber: number | null; houseLetter: string | null; houseAddition: string | null };

/** An address in one line, without the place. */
export function addressLine({ streetName, houseNumber, houseLetter, houseAddition }: Written): string {
  return `${streetName ?? ""} ${houseNumber ?? ""}${houseLetter ?? ""}${houseAddition ? `-${houseAddition}` : ""}`.trim();
}
