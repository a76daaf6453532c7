import { useNumber } from "../../../i18n/use-number.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import type { ChartData, ChartValue } from "../../../ui/charts/chart-data.ts";
import { indicators } from "../import/cbs/indicators.ts";
import type { AreaName } from "./areas-here.server.ts";
import type { Figure, FiguresOfYear } from "./figures-of.ts";
import type { IndicatorThroughYears, ShownIndicator } from "./indicator-groups.ts";

/** Writes figures in the language of the page, with their unit; what is unknown is said to be. Needs `profile`. */
export function useFigures() {
  const t = useT("profile");
  const locale = useLocale();
  const number = useNumber();
  const inUnit = (indicator: ShownIndicator, value: number): string => {
    const { unit } = indicators[indicator];
    if (unit === "m³") return t("units.m3", { value: number(value) });
    if (unit === "kWh") return t("units.kwh", { value: number(value) });
    if (unit === "%") return t("units.percent", { value: number(value) });
    const tenths = Math.round(value * 10) / 10;
    return number(tenths, Number.isInteger(tenths) ? 0 : 1);
  };
  const shown = (indicator: ShownIndicator, figure: Figure): ChartValue => ("value" in figure ? { value: figure.value, shown: inUnit(indicator, figure.value) } : { value: null, shown: t("unknown") });
  const nameOf = ({ level, name }: AreaName): string => (level === "neighbourhood" ? name : t(`area.${level}`));
  const list = (words: readonly string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
  /** What is unknown, a sentence per area and reason; rows are called by `name`. */
  const missing = (areas: readonly AreaName[], rows: readonly { name: string; figures: readonly Figure[] }[], year: number | null): string[] =>
    areas.flatMap((area, index) =>
      (["withheld", "absent"] as const).flatMap((reason) => {
        const names = rows.filter(({ figures }) => (figures[index] as { missing?: string }).missing === reason).map(({ name }) => name);
        if (names.length === 0) return [];
        const words = { area: nameOf(area), names: list(names) };
        if (reason === "withheld") return [t("withheld", words)];
        return [year === null ? t("absentYears", words) : t("absent", { ...words, year })];
      }),
    );
  /** Figures of one year as a chart, with what must be said beside it: that they are older than others, and what is unknown. */
  const ofYear = <Indicator extends Exclude<ShownIndicator, IndicatorThroughYears>>(areas: readonly AreaName[], { rows, year, newestYear }: FiguresOfYear<Indicator>): { data: ChartData; notes: string[] } => {
    const named = rows.map((row) => ({ ...row, name: t(`indicators.${row.indicator}`) }));
    return {
      data: { series: areas.map(nameOf), rows: named.map(({ indicator, name, figures }) => ({ name, values: figures.map((figure) => shown(indicator, figure)) })) },
      notes: [...(year < newestYear ? [t("older", { year, newest: newestYear })] : []), ...missing(areas, named, year)],
    };
  };
  return { t, number, inUnit, shown, nameOf, list, missing, ofYear };
}
