import type { DwellingType, PeriodKey } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { buildingPeriods } from "../neighbourhood/building-period.ts";

/** A building period in words: "1965–1974". Needs `questions`. */
export function usePeriodWords(): (key: PeriodKey) => string {
  const t = useT("questions");
  return (key) => {
    const { from, to } = buildingPeriods[Number(key)]!;
    if (from === null) return t("page.period.before", { to: to! + 1 });
    return to === null ? t("page.period.after", { from }) : t("page.period.between", { from, to });
  };
}

/** Kinds of homes in a few words: "Hoekwoning, 1965–1974". Needs `questions` and `catalogue`. */
export function useHomeWords(): (types: readonly DwellingType[], periods: readonly PeriodKey[]) => string {
  const t = useT("questions");
  const names = useT("catalogue");
  const period = usePeriodWords();
  return (types, periods) => [...types.map((type) => names(`dwellingTypes.${type}`)), ...periods.map(period)].join(", ") || t("page.allHomes");
}
