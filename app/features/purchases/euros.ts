/** Whole cents as an amount in euros: € 4.250,00 or €4,250.00. Cents stay whole until they are text. */
export function euros(cents: number, locale: string): string {
  const whole = Math.trunc(cents / 100).toLocaleString(locale === "en" ? "en-GB" : "nl-NL");
  const rest = String(Math.abs(cents % 100)).padStart(2, "0");
  return locale === "en" ? `€${whole}.${rest}` : `€\u00a0${whole},${rest}`;
}
