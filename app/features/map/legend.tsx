import { ListTree } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { legendLayers } from "./layers/all-layers.ts";
import type { LayerFacts } from "./layer-facts.server.ts";
import { LayerPart } from "./layer-part.tsx";
import type { Swatch } from "./layers/layer.ts";

/** What is drawn on the map, in the words and colours of the layers themselves; folded away until asked for. */
export function Legend({ layer, layerDate }: { layer: LayerFacts | null; layerDate: string | null }) {
  const t = useT("map");
  return (
    <details className="map-legend group/legend">
      <summary className="ml-auto flex size-12 list-none items-center justify-center rounded-full border border-line-strong bg-surface shadow-sm [&::-webkit-details-marker]:hidden">
        <ListTree aria-hidden className="size-6" />
        <span className="sr-only">{t("legend.title")}</span>
      </summary>
      <div className="map-legend-sheet rounded-card border border-line bg-surface p-4 text-base shadow-lg">
        <h2 className="mb-2 text-lg">{t("legend.title")}</h2>
        {layer ? <LayerPart facts={layer} date={layerDate} home={null} /> : null}
        <ul className="flex flex-col gap-2">
          {legendLayers.flatMap((layer) =>
            layer.legend.map(({ words, swatch }) => (
              <li key={words} className="flex items-center gap-3">
                <SwatchImage swatch={swatch} />
                {t(`legend.${words}`)}
              </li>
            )),
          )}
        </ul>
        <p className="mt-3 text-sm text-ink-soft">{t("legend.badge")}</p>
      </div>
    </details>
  );
}

function SwatchImage({ swatch: { shape, colour } }: { swatch: Swatch }) {
  const paint = `var(--${colour})`;
  return (
    <svg viewBox="0 0 28 28" className="size-7 shrink-0" aria-hidden focusable="false">
      {shape === "area" ? <rect x="3" y="5" width="22" height="18" fill={paint} stroke="var(--map-building-line)" /> : null}
      {shape === "dashed" ? <path d="M2 14h24" stroke={paint} strokeWidth="2.5" strokeDasharray="6 4" /> : null}
      {shape === "disc" ? <circle cx="14" cy="14" r="10" fill={paint} /> : null}
      {shape === "planned" ? <circle cx="14" cy="14" r="9" fill="var(--surface)" stroke={paint} strokeWidth="2.5" /> : null}
      {shape === "wish" ? <rect x="4" y="4" width="20" height="20" rx="6" fill="var(--surface)" stroke={paint} strokeWidth="2.5" strokeDasharray="4 3" /> : null}
      {shape === "count" ? <Count paint={paint} /> : null}
      {shape === "pin" ? <path d="M14 27C13 22 5 18 5 10a9 9 0 0 1 18 0c0 8-8 12-9 17z" fill={paint} /> : null}
      {shape === "bubble" ? (
        <>
          <path d="M5 3h18a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H15l-5 6v-6H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z" fill={paint} />
          <text x="14" y="17" textAnchor="middle" fontSize="14" fontWeight="700" fill="var(--surface)">
            ?
          </text>
        </>
      ) : null}
      {shape === "hatched" ? (
        <>
          <rect x="3" y="5" width="22" height="18" fill="var(--map-building)" stroke={paint} strokeWidth="2" />
          <path d="M3 17 15 5M3 23 21 5M9 23 25 7M15 23l10-10" stroke={paint} strokeWidth="1.6" />
        </>
      ) : null}
    </svg>
  );
}

function Count({ paint }: { paint: string }) {
  return (
    <>
      <circle cx="14" cy="14" r="11" fill={paint} />
      <text x="14" y="19" textAnchor="middle" fontSize="14" fontWeight="700" fill="var(--surface)">
        7
      </text>
    </>
  );
}
