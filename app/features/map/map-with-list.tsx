import { Link, useLocation, useNavigate, useNavigation } from "@remix-run/react";
import { List, Map as MapIcon } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Chips } from "./chips.tsx";
import { FilterForm } from "./filter-form.tsx";
import { type Filters, mapUrl, readFilters } from "./filters.ts";
import { FoundAddresses } from "./found-addresses.tsx";
import { HomeCard } from "./home-card.tsx";
import { HomeList } from "./home-list.tsx";
import { LayerChoice } from "./layer-choice.tsx";
import { LayerPart } from "./layer-part.tsx";
import { KindSprite } from "./kind-symbols.tsx";
import { MapLink } from "./map-link.ts";
import type { MapPage } from "./map-page.server.ts";
import { MapView } from "./map-view.tsx";
import { readLayer } from "./public-layers.ts";
import { SearchForm } from "./search-form.tsx";
import { SpotCard } from "./spot-card.tsx";
import { SpotList } from "./spot-list.tsx";
import { type Height, Sheet } from "./sheet.tsx";
import type { MapWish, Tiles } from "./start-map.client.ts";

/** The neighbourhood as a map with its list, or as a list only. Everything that is chosen stands in the URL. `layerDate` is that of the public layer's source, yyyy-mm-dd. */
export function MapWithList({ page, tiles, layerDate }: { page: MapPage; tiles: Tiles | null; layerDate: string | null }) {
  const t = useT("map");
  const { search } = useLocation();
  const coming = useComingSearch();
  const navigate = useNavigate();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const filters = useMemo(() => readFilters(query), [query]);
  // A choice shows at once, while its answer is still on the way.
  const chosen = useMemo(() => readFilters(new URLSearchParams(coming)), [coming]);
  const wish = useMemo(() => wishOf(page, filters), [page, filters]);
  const [link] = useState(() => new MapLink());
  const main = useRef<HTMLElement>(null);
  const icons = useRef<SVGSVGElement>(null);
  const onlyList = query.get("weergave") === "lijst";
  const { height, setHeight } = useSheetHeight(`${page.card?.place ?? page.spot?.place ?? ""} ${query.get("zoek") ?? ""}`);

  useEffect(() => {
    const { bounds, home, neighbourhoodName, card } = page;
    link.tell({
      bounds,
      home,
      tiles,
      title: t("mapLabel", { name: neighbourhoodName }),
      wish,
      onChoose: (place) => void (place === (card?.place ?? null) || navigate(mapUrl(query, { huis: place, plek: null }), { preventScrollReset: true })),
      onSpot: (place) => void navigate(mapUrl(query, { plek: place, huis: null }), { preventScrollReset: true }),
      covered: () => coveredEdges(main.current),
    });
  }, [link, page, tiles, wish, query, navigate, t]);
  // A browser may answer scrollTo with a promise, which is no way to clean up an effect.
  useEffect(() => {
    main.current?.querySelector(".map-sheet-body")?.scrollTo({ top: 0 });
  }, [page.card?.place, page.spot?.place]);

  return (
    <main id="inhoud" ref={main} className="map-page" data-view={onlyList ? "list" : "map"} data-height={height}>
      <h1 className={onlyList ? "text-3xl" : "sr-only noscript:not-sr-only noscript:text-3xl"}>{t(onlyList ? "listTitle" : "title", { name: page.neighbourhoodName })}</h1>
      <KindSprite ref={icons} />
      <div className="map-panel">
        <div className="map-top">
          <SearchForm />
          <div className="map-chips">
            <FilterForm filters={chosen} query={query} count={countOf(chosen)} />
            <LayerChoice chosen={readLayer(new URLSearchParams(coming))} query={query} />
            <Link
              to={mapUrl(query, { weergave: onlyList ? null : "lijst" })}
              className="map-view-switch flex min-h-11 shrink-0 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 shadow-sm"
            >
              {onlyList ? <MapIcon aria-hidden className="size-5" /> : <List aria-hidden className="size-5" />}
              {t(onlyList ? "toMap" : "toList")}
            </Link>
            <Chips filters={chosen} query={query} street={page.street} />
          </div>
        </div>
        <noscript>
          <p className="rounded-card bg-raised p-4">{t("withoutScript")}</p>
        </noscript>
        <Sheet height={height} onHeight={setHeight}>
          {page.found ? <FoundAddresses found={page.found} query={query} /> : null}
          {page.card ? (
            <HomeCard key={page.card.place} card={page.card} back={`${mapUrl(query, { huis: null })}#huis-${page.card.place}`} />
          ) : page.spot ? (
            <SpotCard key={page.spot.place} spot={page.spot} back={`${mapUrl(query, { plek: null })}#plek-${page.spot.place}`} />
          ) : (
            <>
              {page.page === 1 ? <SpotList spots={page.spots} query={query} only={filters.what === "question"} /> : null}
              {page.layer ? <LayerPart facts={page.layer} date={layerDate} home={page.home.street} /> : null}
              {filters.what === "question" ? null : <HomeList page={page} filters={filters} query={query} onPoint={(place) => link.point(place)} />}
            </>
          )}
        </Sheet>
      </div>
      {onlyList ? null : <MapView page={page} layerDate={layerDate} tiles={tiles} link={link} icons={icons} />}
    </main>
  );
}

/** What stands in the URL as soon as the answer is there. */
function useComingSearch(): string {
  const { search } = useLocation();
  const { location } = useNavigation();
  return location?.pathname === "/kaart" ? location.search : search;
}

/** The height of the sheet as it was set, but never too low to see what has been opened since. */
function useSheetHeight(opened: string): { height: Height; setHeight(height: Height): void } {
  const [set, setSet] = useState<{ height: Height; opened: string }>({ height: "half", opened });
  const height = set.height === "peek" && opened.trim() !== "" && opened !== set.opened ? "half" : set.height;
  return { height, setHeight: (next) => setSet({ height: next, opened }) };
}

function countOf({ kinds, dwellingTypes, what, likeMine, streetId }: Filters): number {
  return kinds.length + dwellingTypes.length + [what !== null, likeMine, streetId !== null].filter(Boolean).length;
}

function wishOf({ matching, alike, street, layer, card, spots, spot }: MapPage, { kinds, dwellingTypes }: Filters): MapWish {
  return { matching, kinds, alike: alike ?? [], types: dwellingTypes, street: street ?? spot?.street ?? null, spots, layer: layer?.layer ?? null, labels: layer?.layer === "label" ? layer.streets : [], chosen: card && { place: card.place, lon: card.lon, lat: card.lat } };
}

/** Pixels at the edges of the map that lie under the search bar and the sheet; none on a laptop, where they lie beside it. */
function coveredEdges(main: HTMLElement | null) {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const [area, top, sheet] = [".map-area", ".map-top", ".map-sheet"].map((name) => main?.querySelector(name)?.getBoundingClientRect());
  if (!area || !top || !sheet || sheet.right <= area.left + 1) return none;
  // A sheet that is fully open leaves nothing to centre in.
  return { ...none, top: Math.max(0, top.bottom - area.top), bottom: Math.min(area.height * 0.55, Math.max(0, area.bottom - sheet.top)) };
}
