import { type GeoJSONSource, Map as MapLibre, prewarm, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { StreetLabels } from "../neighbourhood/labels-per-street.server.ts";
import { decodeMap, type MapBuilding } from "./decode-map.ts";
import { sources } from "./layers/layer.ts";
import { readLook } from "./look.ts";
import { listenForChoice } from "./map-choice.ts";
import type { MapData } from "./map-encoding.ts";
import { featuresOf, layersAbove, styleOf } from "./map-style.ts";
import { closeUp, openingView } from "./opening-view.ts";
import { keepFresh } from "./overlay-client.ts";
import type { Overlay } from "./overlay.server.ts";
import { drawPicture } from "./pictures.ts";
import type { PublicLayer } from "./public-layers.ts";
import { repaint } from "./repaint.ts";
import type { SpotCounts } from "./street-spots.server.ts";

setWorkerUrl(workerUrl);
// The worker takes as long to start as the page takes to come alive: side by side.
prewarm();

/** Tiles of another service under the map; none unless configured. */
export type Tiles = { url: string; attribution: string };

/** What a map is started with. Positions are longitude and latitude in degrees (WGS84). */
export type MapSettings = {
  dataUrl: string;
  overlayUrl: string;
  bounds: [number, number, number, number];
  home: { place: string; lon: number; lat: number };
  tiles: Tiles | null;
  /** Whether the page is dark: tiles are dimmed then. */
  dark: boolean;
  /** The sprite of the page. */
  icons: Element;
  title: string;
  onChoose(place: string | null): void;
  /** Hears which street with a symbol is tapped. */
  onSpot(place: string): void;
  /** What is to be seen from the start. */
  first: MapWish;
  /** Pixels at the edges that are covered by other things. */
  covered(): { top: number; right: number; bottom: number; left: number };
};

/** What the page wants to be seen. */
export type MapWish = {
  /** Places that match the filters; only these show what is shared. */
  matching: string[];
  /** Kinds that were asked for. */
  kinds: MeasureKind[];
  /** Places like the viewer's own home, where that was asked for. */
  alike: string[];
  /** Kinds of home that were asked for. */
  types: string[];
  street: string | null;
  /** Streets and squares with a symbol. */
  spots: SpotCounts[];
  /** The public layer that is on. */
  layer: PublicLayer | null;
  /** Streets of which that layer tells how their labels are spread. */
  labels: StreetLabels[];
  chosen: { place: string; lon: number; lat: number } | null;
};

export type RunningMap = {
  show(wish: MapWish): void;
  /** Outlines a place that is pointed at in the list, and brings it into sight. */
  point(place: string | null): void;
  zoom(by: number): void;
  goHome(): void;
  stop(): void;
};

/**
 * Draws the map of a neighbourhood in an element.
 * @throws when the data cannot be fetched or the browser has no WebGL
 */
export async function startMap(container: HTMLElement, settings: MapSettings, signal: AbortSignal): Promise<RunningMap> {
  const [data, overlay] = await Promise.all([fetchJson<MapData>(settings.dataUrl, signal), fetchJson<Overlay>(settings.overlayUrl, signal)]);
  const decoded = decodeMap(data);
  const buildings = new Map(decoded.buildings.map((building) => [building.id, building]));
  const look = readLook();
  const { home, bounds } = settings;
  let { places } = overlay;
  let wish = settings.first;
  let pointed: string | null = null;

  const features = () => featuresOf(decoded, buildings, places, wish, pointed);
  const map = new MapLibre({
    container,
    style: styleOf(decoded, look, settings, buildings.get(home.place), features()),
    ...openingView(settings, container, wish.chosen && placeOf(buildings, wish.chosen)),
    minZoom: 12.5,
    maxZoom: 20,
    maxBounds: [bounds[0] - 0.02, bounds[1] - 0.012, bounds[2] + 0.02, bounds[3] + 0.012],
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    refreshExpiredTiles: false,
    locale: { "Map.Title": settings.title },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setPadding(settings.covered());
  map.setMissingStyleImageResolver((name) => {
    const picture = drawPicture(name, settings.icons, look);
    if (picture && !map.hasImage(name)) map.addImage(name, picture.data, { pixelRatio: picture.ratio });
  });
  map.once("idle", () => {
    // For measuring, and for tests that wait for the map.
    performance.mark("map-idle");
    container.dataset.map = "idle";
  });
  const loaded = new Promise<void>((resolve) => void map.once("style.load", () => resolve()));
  const refresh = (only?: string) =>
    void loaded.then(() => {
      for (const [source, data] of Object.entries(features())) if (!only || source === only) map.getSource<GeoJSONSource>(source)?.setData(data);
    });
  const moveTo = (center: [number, number], least: number) => map.easeTo({ center, zoom: Math.max(map.getZoom(), least), padding: settings.covered(), duration: 500 });
  const showStreet = (street: string) => fit(map, decoded.buildings.filter((one) => one.street === street), settings.covered());
  if (wish.street && !wish.chosen) showStreet(wish.street);
  const stopListening = listenForChoice(map, buildings, settings);
  const stopFresh = keepFresh(settings.overlayUrl, (fresh) => {
    ({ places } = fresh);
    refresh();
  });

  return {
    show(next) {
      const before = wish;
      if (next === before) return;
      wish = next;
      refresh();
      if (next.layer !== before.layer) void loaded.then(() => repaint(map, layersAbove(look, before.layer), layersAbove(look, next.layer)));
      if (next.chosen && next.chosen.place !== before.chosen?.place) moveTo(placeOf(buildings, next.chosen), closeUp);
      else if (next.street && next.street !== before.street) showStreet(next.street);
    },
    point(place) {
      if (place === pointed) return;
      pointed = place;
      refresh(sources.chosen);
      const centre = place ? buildings.get(place)?.centre : undefined;
      if (centre && !map.getBounds().contains(centre)) moveTo(centre, map.getZoom());
    },
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, duration: 250 }),
    goHome: () => void moveTo([home.lon, home.lat], 17),
    stop() {
      stopFresh();
      stopListening();
      map.remove();
      delete container.dataset.map;
    },
  };
}

function placeOf(buildings: ReadonlyMap<string, MapBuilding>, { place, lon, lat }: NonNullable<MapWish["chosen"]>): [number, number] {
  return buildings.get(place)?.centre ?? [lon, lat];
}

function fit(map: MapLibre, buildings: MapBuilding[], padding: ReturnType<MapSettings["covered"]>): void {
  if (!buildings.length) return;
  const lons = buildings.map((one) => one.centre[0]);
  const lats = buildings.map((one) => one.centre[1]);
  map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 });
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding: { top: padding.top + 40, right: padding.right + 40, bottom: padding.bottom + 40, left: padding.left + 40 },
    maxZoom: 18,
    duration: 500,
  });
}

async function fetchJson<Answer>(url: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as Answer;
}
