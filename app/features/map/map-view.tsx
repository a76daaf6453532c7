import { LocateFixed, Minus, Plus } from "lucide-react";
import { type MutableRefObject, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Unseen } from "../../ui/button.tsx";
import type { Filters } from "./filters.ts";
import { Legend } from "./legend.tsx";
import type { MapPage } from "./map-page.server.ts";
import type { MapWish, RunningMap, Tiles } from "./start-map.client.ts";

// Asked for as soon as this page's code runs, before the page has come alive: the map is the largest thing to fetch.
const starting = typeof document === "undefined" ? null : import("./start-map.client.ts");

/** Where the data of a neighbourhood's map come from. */
export const mapUrls = (page: Pick<MapPage, "neighbourhoodCode" | "version">) => ({
  dataUrl: `/kaartdata/${page.neighbourhoodCode}/${page.version}.json`,
  overlayUrl: `/kaartlagen/${page.neighbourhoodCode}/gedeeld.json`,
});

type Props = {
  page: MapPage;
  filters: Filters;
  tiles: Tiles | null;
  /** The map itself, for the list that points at homes. */
  running: MutableRefObject<RunningMap | null>;
  /** The sprite of the page. */
  icons: RefObject<SVGSVGElement>;
  onChoose(place: string | null): void;
  covered(): { top: number; right: number; bottom: number; left: number };
};

/** The map, drawn in the browser; what surrounds it is there from the start, so that nothing jumps. */
export function MapView({ page, filters, tiles, running, icons, onChoose, covered }: Props) {
  const t = useT("map");
  const [state, setState] = useState<"loading" | "there" | "failed">("loading");
  const container = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const latest = useRef({ onChoose, covered, wish: wishOf(page, filters) });
  latest.current = { onChoose, covered, wish: wishOf(page, filters) };
  const { dataUrl, overlayUrl } = mapUrls(page);

  useEffect(() => {
    const gone = new AbortController();
    let map: RunningMap | null = null;
    const start = async () => {
      const { startMap } = await starting!;
      if (gone.signal.aborted) return;
      map = await startMap(
        container.current!,
        {
          dataUrl,
          overlayUrl,
          bounds: page.bounds,
          home: page.home,
          tiles,
          icons: icons.current!,
          title: t("mapLabel", { name: page.neighbourhoodName }),
          first: latest.current.wish,
          onChoose: (place) => latest.current.onChoose(place),
          covered: () => latest.current.covered(),
        },
        gone.signal,
      );
      if (gone.signal.aborted) return map.stop();
      map.show(latest.current.wish);
      running.current = map;
      setState("there");
    };
    start().catch(() => {
      if (!gone.signal.aborted) setState("failed");
    });
    return () => {
      gone.abort();
      running.current = null;
      map?.stop();
    };
    // A new version of the register or other colours need a new map; everything else is shown on the one that is there.
  }, [dataUrl, overlayUrl, scheme]);

  useEffect(() => running.current?.show(latest.current.wish), [page, filters]);

  return (
    <section className="map-area" aria-label={t("mapLabel", { name: page.neighbourhoodName })}>
      <div ref={container} className="absolute inset-0" />
      {state === "there" ? null : (
        <p role="status" className="pointer-events-none absolute inset-x-4 top-1/4 mx-auto max-w-sm rounded-card bg-surface p-4 text-center shadow-sm lg:top-1/3">
          {state === "loading" ? t("loading") : `${t("failed")} ${t("failedMore")}`}
        </p>
      )}
      <div className="map-controls" role="group" aria-label={t("controls.group")}>
        <Legend />
        <Control words={t("controls.home")} onPress={() => running.current?.goHome()} icon={<LocateFixed />} />
        <Control words={t("controls.in")} onPress={() => running.current?.zoom(1)} icon={<Plus />} wide />
        <Control words={t("controls.out")} onPress={() => running.current?.zoom(-1)} icon={<Minus />} wide />
      </div>
      <p className="map-attribution">
        {tiles ? `${tiles.attribution} · ` : ""}
        {t("attribution.register")} · {t("attribution.boundary", { year: page.year })}
      </p>
    </section>
  );
}

function wishOf(page: MapPage, filters: Filters): MapWish {
  return {
    matching: page.matching,
    kinds: filters.kinds,
    alike: page.alike ?? [],
    types: filters.dwellingTypes,
    street: page.street,
    chosen: page.card && { place: page.card.place, lon: page.card.lon, lat: page.card.lat },
  };
}

/** One button on the map; `wide` ones are left out on a phone, where two fingers zoom. */
function Control({ words, onPress, icon, wide = false }: { words: string; onPress(): void; icon: ReactNode; wide?: boolean }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className={`size-12 place-items-center rounded-full border border-line-strong bg-surface shadow-sm [&>svg]:size-6 ${wide ? "hidden lg:grid" : "grid"}`}
    >
      {icon}
      <Unseen>{words}</Unseen>
    </button>
  );
}

/** Changes when the page turns from light to dark or back. */
function useScheme(): boolean {
  const [dark, setDark] = useState(() => typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const listener = () => setDark(query.matches);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  }, []);
  return dark;
}
