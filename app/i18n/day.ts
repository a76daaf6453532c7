/** A date in words, in Dutch time: "3 mei 2026". */
export function dayInWords(at: Date | string, locale: string): string {
  return new Date(at).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
}

/** A time of day, in Dutch time: "09:05". */
export function timeInWords(at: Date | string, locale: string): string {
  return new Date(at).toLocaleTimeString(locale === "en" ? "en-GB" : "nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
}

/** A day and a time, in Dutch time: "3 mei 2026, 09:05". */
export const momentInWords = (at: Date | string, locale: string): string => `${dayInWords(at, locale)}, ${timeInWords(at, locale)}`;

/** The day that it is in Dutch time, as YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return now.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}
