/** A date in words, in Dutch time: "3 mei 2026". */
export function dayInWords(at: Date | string, locale: string): string {
  return new Date(at).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
}

/** The day that it is in Dutch time, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}
