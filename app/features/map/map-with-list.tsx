import { Link, useLocation, useNavigate, useNavigation } from "@remix-run/react";
import { List, Map as MapIcon } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Chips } from "./chips.tsx";
import { FilterForm } from "./filter-form.tsx";
import { mapUrl, readFilters } from "./filters.ts";
import { FoundAddresses } from "./found-addresses.tsx";
import { HomeCard } from "./home-card.tsx";
import { HomeList } from "./home-list.tsx";
import { KindSprite } from "./kind-symbols.tsx";
import type { MapPage } from "./map-page.server.ts";
import { MapView } from "./map-view.tsx";
import { SearchForm } from "./search-form.tsx";
import { type Height, Sheet } from "./sheet.tsx";
import type { RunningMap, Tiles } from "./start-map.client.ts";

/** The neighbourhood as a map with its list, or as a list only. Everything that is chosen stands in the URL. */
export function MapWithList({ page, tiles }: { page: MapPage; tiles: Tiles | null }) {
  const t = useT("map");
  const { search } = useLocation();
  const navigation = useNavigation();
  const navigate = useNavigate();
  // A choice shows at once, while its answer is still on the way.
  const coming = navigation.location?.pathname === "/kaart" ? navigation.location.search : search;
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const filters = useMemo(() => readFilters(query), [query]);
  const chosenFilters = useMemo(() => readFilters(new URLSearchParams(coming)), [coming]);
  const onlyList = query.get("weergave") === "lijst";
  const running = useRef<RunningMap | null>(null);
  const main = useRef<HTMLElement>(null);
  const icons = useRef<SVGSVGElement>(null);
  const [height, setHeight] = useState<Height>("half");
  const open = page.card?.place ?? null;

  useEffect(() => {
    if (open || query.get("zoek")) setHeight((now) => (now === "peek" ? "half" : now));
    main.current?.querySelector(".map-sheet-body")?.scrollTo({ top: 0 });
  }, [open, query]);

  const choose = (place: string | null) => {
    if (place !== open) navigate(mapUrl(query, { huis: place }), { preventScrollReset: true });
  };
  const filterCount = chosenFilters.kinds.length + chosenFilters.dwellingTypes.length + [chosenFilters.what, chosenFilters.likeMine || null, chosenFilters.streetId].filter((one) => one !== null).length;

  return (
    <main id="inhoud" ref={main} className="map-page" data-view={onlyList ? "list" : "map"} data-height={height}>
      <h1 className={onlyList ? "text-3xl" : "sr-only"}>{t(onlyList ? "listTitle" : "title", { name: page.neighbourhoodName })}</h1>
      <KindSprite ref={icons} />
      <div className="map-panel">
        <div className="map-top">
          <SearchForm />
          <div className="map-chips">
            <FilterForm filters={chosenFilters} query={query} count={filterCount} />
            <Link
              to={mapUrl(query, { weergave: onlyList ? null : "lijst" })}
              className="map-view-switch flex min-h-11 shrink-0 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 shadow-sm"
            >
              {onlyList ? <MapIcon aria-hidden className="size-5" /> : <List aria-hidden className="size-5" />}
              {t(onlyList ? "toMap" : "toList")}
            </Link>
            <Chips filters={chosenFilters} query={query} street={page.street} />
          </div>
        </div>
        <noscript>
          <p className="rounded-card bg-raised p-4">{t("withoutScript")}</p>
        </noscript>
        <Sheet height={height} onHeight={setHeight}>
          {page.found ? <FoundAddresses found={page.found} query={query} /> : null}
          {page.card ? (
            <HomeCard card={page.card} back={`${mapUrl(query, { huis: null })}#huis-${page.card.place}`} />
          ) : (
            <HomeList page={page} filters={filters} query={query} onPoint={(place) => running.current?.point(place)} />
          )}
        </Sheet>
      </div>
      {onlyList ? null : <MapView page={page} filters={filters} tiles={tiles} running={running} icons={icons} onChoose={choose} covered={() => coveredEdges(main.current)} />}
    </main>
  );
}

/** Pixels at the edges of the map that lie under the search bar and the sheet; none on a laptop, where they lie beside it. */
function coveredEdges(main: HTMLElement | null) {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  const [area, top, sheet] = [".map-area", ".map-top", ".map-sheet"].map((name) => main?.querySelector(name)?.getBoundingClientRect());
  if (!area || !top || !sheet || sheet.right <= area.left + 1) return none;
  // A sheet that is fully open leaves nothing to centre in.
  return { ...none, top: Math.max(0, top.bottom - area.top), bottom: Math.min(area.height * 0.55, Math.max(0, area.bottom - sheet.top)) };
}
