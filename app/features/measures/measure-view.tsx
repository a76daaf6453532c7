import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import type { FoundMeasure } from "./find-measure.server.ts";
import { MeasureFacts } from "./measure-facts.tsx";
import { PhotoGallery } from "./photo-gallery.tsx";

/**
 * A measure as a neighbour sees it; the owner's preview is this same component. `mine` speaks to its owner instead. `asks` is
 * what one could ask about it. Needs `measures` and `catalogue`.
 */
export function MeasureView({ measure, mine = false, asks = [] }: { measure: FoundMeasure; mine?: boolean; asks?: string[] }) {
  const t = useT("measures");
  return (
    <>
      <PhotoGallery photos={measure.photos} kind={measure.kind} />
      {measure.experience ? <Told title={t(measure.state === "planned" ? "detail.plan" : "detail.experience")} text={measure.experience} /> : null}
      {measure.wouldDoDifferently ? <Told title={t("detail.wouldDoDifferently")} text={measure.wouldDoDifferently} /> : null}
      <MeasureFacts measure={measure} mine={mine} />
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
