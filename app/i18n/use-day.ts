import { dayInWords } from "./day.ts";
import { useLocale } from "./use-t.tsx";

/** Writes a day in words, in the language of the page, for a sentence with a day in it; the day stays on one line. */
export function useDay(): (date: Date) => string {
  const locale = useLocale();
  return (date) => dayInWords(date, locale).replaceAll(" ", "\u00a0");
}
