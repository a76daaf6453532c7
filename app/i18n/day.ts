const made = new Map<string, Intl.DateTimeFormat>();

/** A day in words, as it is in the Netherlands: "3 mei 2026". */
export function dayText(date: Date, locale: string): string {
  let format = made.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
    made.set(locale, format);
  }
  return format.format(date);
}
