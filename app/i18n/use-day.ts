import { dayText } from "./day.ts";
import { useLocale } from "./use-t.ts";

/** Writes a day in words, in the language of the page. */
export function useDay(): (date: Date) => string {
  const locale = useLocale();
  return (date) => dayText(date, locale);
}
