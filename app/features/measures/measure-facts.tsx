import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts } from "../../ui/page.tsx";
import type { FoundMeasure } from "./find-measure.server.ts";

/** What a household told of a measure besides its own words; gas in m³, electricity in kWh, each for a year. */
export type ToldFacts = Pick<FoundMeasure, "state" | "year" | "costRange" | "doneBy" | "satisfaction" | "gasBeforeM3" | "gasAfterM3" | "powerBeforeKwh" | "powerAfterKwh">;

/** The facts of a measure as a neighbour reads them. Needs `measures` and `catalogue`. */
export function MeasureFacts({ measure, mine = false }: { measure: ToldFacts; mine?: boolean }) {
  const t = useT("measures");
  const names = useT("catalogue");
  const facts = [
    { name: t("detail.state"), value: names(`states.${measure.state}`) },
    measure.year && { name: measure.state === "planned" ? t("detail.yearPlanned") : t("detail.year"), value: measure.year },
    measure.costRange && { name: t("detail.cost"), value: names(`costs.${measure.costRange}`) },
    measure.doneBy && { name: t("detail.doneBy"), value: names(`doneBy.${measure.doneBy}`) },
    measure.satisfaction && { name: t("detail.satisfaction"), value: names(`satisfaction.${String(measure.satisfaction) as "1"}`) },
    ...useUse(measure, t(mine ? "detail.useNoteMine" : "detail.useNote")),
  ].filter((fact) => typeof fact === "object" && fact !== null);
  return <Facts facts={facts} />;
}

function useUse(measure: ToldFacts, note: string) {
  const t = useT("measures");
  const { format } = new Intl.NumberFormat(useLocale());
  const inWords = (before: number | null, after: number | null, unit: string) => {
    if (before !== null && after !== null) return t("detail.beforeAfter", { before: format(before), after: format(after), unit });
    if (before !== null) return t("detail.before", { before: format(before), unit });
    return after === null ? null : t("detail.after", { after: format(after), unit });
  };
  const gas = inWords(measure.gasBeforeM3, measure.gasAfterM3, "m³");
  const power = inWords(measure.powerBeforeKwh, measure.powerAfterKwh, "kWh");
  return [
    gas && { name: t("detail.gas"), value: gas, note },
    power && { name: t("detail.power"), value: power, note: gas ? undefined : note },
  ];
}
