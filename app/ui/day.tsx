import { dayInWords } from "../i18n/day.ts";
import { useLocale } from "../i18n/use-t.tsx";

/** A date in the words of the page. */
export function Day({ at }: { at: Date | string }) {
  const locale = useLocale();
  return <time className="whitespace-nowrap" dateTime={new Date(at).toISOString()}>{dayInWords(at, locale)}</time>;
}
