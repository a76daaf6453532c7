import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Card, Facts } from "../../ui/page.tsx";
import type { FoundMeasure } from "./find-measure.server.ts";
import { PhotoGallery } from "./photo-gallery.tsx";

/**
 * A measure as a neighbour sees it; the owner's preview is this same component. `mine` speaks to its owner instead. `asks` is
 * what one could ask about it. Needs `measures` and `catalogue`.
 */
export function MeasureView({ measure, mine = false, asks = [] }: { measure: FoundMeasure; mine?: boolean; asks?: string[] }) {
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
  return (
    <>
      <PhotoGallery photos={measure.photos} kind={measure.kind} />
      {measure.experience ? <Told title={t(measure.state === "planned" ? "detail.plan" : "detail.experience")} text={measure.experience} /> : null}
      {measure.wouldDoDifferently ? <Told title={t("detail.wouldDoDifferently")} text={measure.wouldDoDifferently} /> : null}
      <Facts facts={facts} />
      {measure.mayAsk || measure.mayVisit ? (
        <Card tone="garden">
          {measure.mayAsk ? <p className="font-semibold">{t(mine ? "detail.mayAskMe" : "detail.mayAsk")}</p> : null}
          {measure.mayVisit ? <p className="font-semibold">{t(mine ? "detail.mayVisitMe" : "detail.mayVisit")}</p> : null}
          {measure.mayAsk && asks.length > 0 ? (
            <>
              <p className="mt-3">{t("detail.asks")}</p>
              <ul className="mt-1 list-disc pl-5">
                {asks.map((ask) => (
                  <li key={ask}>{ask}</li>
                ))}
              </ul>
            </>
          ) : null}
        </Card>
      ) : null}
    </>
  );
}

function Told({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className="text-xl">{title}</h2>
      <p className="mt-2 measure whitespace-pre-line break-words">{text}</p>
    </section>
  );
}

function useUse(measure: FoundMeasure, note: string) {
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
