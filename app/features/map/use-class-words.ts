import { useT } from "../../i18n/use-t.tsx";
import { buildingPeriods } from "../neighbourhood/building-period.ts";
import type { ColouringLayer } from "./public-layers.ts";
import type { DwellingType } from "../../../db/schema/choices.ts";

/** How a class of a layer is called. Needs `map` and `catalogue`. */
export function useClassWords(): (layer: ColouringLayer, key: string) => string {
  const t = useT("map");
  const names = useT("catalogue");
  return (layer, key) => {
    if (layer === "type") return names(`dwellingTypes.${key as DwellingType}`);
    if (key === "unknown") return t("layers.period.unknown");
    const { from, to } = buildingPeriods[Number(key)]!;
    if (from === null) return t("layers.period.before", { to: to! });
    return to === null ? t("layers.period.after", { from }) : t("layers.period.between", { from, to });
  };
}
