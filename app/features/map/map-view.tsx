import { Link } from "@remix-run/react";
import { LocateFixed, Minus, Plus } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Unseen } from "../../ui/button.tsx";
import { Legend } from "./legend.tsx";
import type { MapLink } from "./map-link.ts";
import type { MapPage } from "./map-page.server.ts";
import { mapUrls } from "./map-urls.ts";
import type { Tiles } from "./start-map.client.ts";

/** The map, drawn in the browser, where it is a region with a name; what surrounds it is there from the start, so that nothing jumps. `icons` is the sprite of the page. */
export function MapView({ page, layerDate, tiles, link, icons }: { page: MapPage; layerDate: string | null; tiles: Tiles | null; link: MapLink; icons: RefObject<SVGSVGElement> }) {
  const t = useT("map");
  const [state, setState] = useState<"loading" | "there" | "failed">("loading");
  const container = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const { dataUrl, overlayUrl } = mapUrls(page);

  // A new version of the register or other colours need a new map; everything else is told to the one that is there.
  useEffect(
    () => link.start(container.current!, icons.current!, { dataUrl, overlayUrl, dark }, (worked) => setState(worked ? "there" : "failed")),
    [link, icons, dataUrl, overlayUrl, dark],
  );

  return (
    <div className="map-area">
      <div ref={container} className="absolute inset-0" />
      {state === "there" ? null : (
        <p role="status" className="map-status pointer-events-none rounded-card bg-surface p-4 text-center shadow-sm">
          {state === "loading" ? t("loading") : `${t("failed")} ${t("failedMore")}`}
        </p>
      )}
      <div className="map-controls" role="group" aria-label={t("controls.group")}>
        <Legend layer={page.layer} layerDate={layerDate} />
        <Control words={t("controls.home")} onPress={() => link.goHome()} icon={<LocateFixed />} />
        <Control words={t("controls.in")} onPress={() => link.zoom(1)} icon={<Plus />} wide />
        <Control words={t("controls.out")} onPress={() => link.zoom(-1)} icon={<Minus />} wide />
      </div>
      <p className="map-attribution">
        {tiles ? `${tiles.attribution} · ` : ""}
        {t("attribution.register")} · {t("attribution.boundary", { year: page.year })} ·{" "}
        <Link to="/bronnen" className="underline">
          {t("attribution.sources")}
        </Link>
      </p>
    </div>
  );
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

const darkness = "(prefers-color-scheme: dark)";

/** Whether the page is dark now. */
function useDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(darkness);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(darkness).matches,
    () => false,
  );
}
