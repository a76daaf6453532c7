/** A date in words, in Dutch time: "3 mei 2026". */
export function dayInWords(at: Date | string, locale: string): string {
  return new Date(at).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
}
