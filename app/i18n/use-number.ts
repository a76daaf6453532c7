import { useLocale } from "./use-t.tsx";

/** Writes a number in the language of the page: 1.260 or 1,260. */
export function useNumber(): (value: number, decimals?: number) => string {
  const locale = useLocale();
  return (value, decimals = 0) => value.toLocaleString(locale === "en" ? "en-GB" : "nl-NL", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
