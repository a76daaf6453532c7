import { useLocale } from "../i18n/use-t.ts";

/** A date in words, in Dutch time: "3 mei 2026". */
export function dayInWords(at: Date | string, locale: string): string {
  return new Date(at).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
}

/** A date in the words of the page. */
export function Day({ at }: { at: Date | string }) {
  const locale = useLocale();
  return <time dateTime={new Date(at).toISOString()}>{dayInWords(at, locale)}</time>;
}
