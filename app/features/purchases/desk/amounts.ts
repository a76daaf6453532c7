const shape = /^(?:€\s*)?(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:[.,](\d{1,2}|-))?$/;
const mostCents = 2_000_000_000;

/**
 * An amount in euros as people and spreadsheets write it, in whole cents: 4250, 4250,5, 4.250,00, 4,250.00 and € 4250,-. A point or
 * comma with three digits behind it parts thousands.
 * @returns null for what is none, is below nothing, or is more than a column holds
 */
export function centsIn(text: string): number | null {
  const found = shape.exec(text.replaceAll("\u00a0", " ").trim());
  if (!found) return null;
  const separators = [...found[1]!.matchAll(/[.,\s]/g)].map(([sign]) => sign);
  if (new Set(separators).size > 1) return null;
  const rest = found[2] === undefined || found[2] === "-" ? "00" : found[2].padEnd(2, "0");
  // 1.234.56 is no amount: thousands and cents are parted by different signs.
  if (separators.length > 0 && found[2] !== undefined && text.trim().at(-1 - found[2].length) === separators[0]) return null;
  const cents = Number(found[1]!.replaceAll(/\D/g, "") + rest);
  return Number.isSafeInteger(cents) && cents <= mostCents ? cents : null;
}

/** Cents as they are typed in a form: 4250,00. */
export function typedEuros(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}
