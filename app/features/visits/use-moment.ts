import { useLocale } from "../../i18n/use-t.tsx";

const zone = { timeZone: "Europe/Amsterdam" } as const;

/** Writes a moment in words of the page, by the clock of the Netherlands: "zaterdag 5 december, 10:00–12:00". */
export function useMoment(): (startsAt: Date | string, endsAt: Date | string) => string {
  const locale = useLocale();
  return (startsAt, endsAt) => momentInWords(new Date(startsAt), new Date(endsAt), locale);
}

/** As {@link useMoment}, in a language. */
export function momentInWords(startsAt: Date, endsAt: Date, locale: string): string {
  const language = locale === "en" ? "en-GB" : "nl-NL";
  const day = startsAt.toLocaleDateString(language, { ...zone, weekday: "long", day: "numeric", month: "long" });
  const clock = (at: Date) => at.toLocaleTimeString(language, { ...zone, hour: "2-digit", minute: "2-digit" });
  return `${day}, ${clock(startsAt)}–${clock(endsAt)}`;
}

/** A day of the calendar in words of the page. @param day yyyy-mm-dd */
export function useRouteDay(): (day: string) => string {
  const locale = useLocale();
  return (day) => new Date(`${day}T12:00:00Z`).toLocaleDateString(locale === "en" ? "en-GB" : "nl-NL", { ...zone, weekday: "long", day: "numeric", month: "long" });
}
