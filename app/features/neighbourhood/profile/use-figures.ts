import { useLocale, useT } from "../../../i18n/use-t.tsx";
import type { ChartValue } from "../../../ui/charts/chart-data.ts";
import { indicators } from "../import/cbs/indicators.ts";
import type { Area } from "./areas-here.server.ts";
import type { Figure } from "./figures-of.ts";
import type { ShownIndicator } from "./indicator-groups.ts";

/** Writes figures in the language of the page, with their unit; what is unknown is said to be. Needs `profile`. */
export function useFigures() {
  const t = useT("profile");
  const locale = useLocale();
  const number = (value: number, digits = 0) => value.toLocaleString(locale === "en" ? "en-GB" : "nl-NL", { maximumFractionDigits: digits });
  const inUnit = (indicator: ShownIndicator, value: number): string => {
    const { unit } = indicators[indicator];
    if (unit === "m³") return t("units.m3", { value: number(value) });
    if (unit === "kWh") return t("units.kwh", { value: number(value) });
    if (unit === "%") return t("units.percent", { value: number(value) });
    return number(value, 1);
  };
  const shown = (indicator: ShownIndicator, figure: Figure): ChartValue => ("value" in figure ? { value: figure.value, shown: inUnit(indicator, figure.value) } : { value: null, shown: t("unknown") });
  const nameOf = ({ level, name }: Pick<Area, "level" | "name">): string => (level === "neighbourhood" ? name : t(`area.${level}`));
  const list = (words: readonly string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  /** What is unknown, a sentence per area and reason; rows are called by `name`. */
  const missing = (areas: readonly Pick<Area, "level" | "name">[], rows: readonly { name: string; figures: readonly Figure[] }[], year: number | null): string[] =>
    areas.flatMap((area, index) =>
      (["withheld", "absent"] as const).flatMap((reason) => {
        const names = rows.filter(({ figures }) => (figures[index] as { missing?: string }).missing === reason).map(({ name }) => name);
        if (names.length === 0) return [];
        const words = { area: nameOf(area), names: list(names) };
        if (reason === "withheld") return [t("withheld", words)];
        return [year === null ? t("absentYears", words) : t("absent", { ...words, year })];
      }),
    );
  return { t, number, inUnit, shown, nameOf, list, missing };
}
