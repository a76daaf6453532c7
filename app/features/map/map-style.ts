import type { Feature, FeatureCollection } from "geojson";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { DecodedMap, MapBuilding } from "./decode-map.ts";
import { boundaryFeatures, buildingFeatures, feature, groundFeatures, nameFeatures, ownHomeFeatures } from "./ground-features.ts";
import { allLayers, groundLayers, groundlessLayers } from "./layers/all-layers.ts";
import { sources } from "./layers/layer.ts";
import type { Look } from "./look.ts";
import type { Overlay } from "./overlay.server.ts";
import type { PublicLayer } from "./public-layers.ts";
import { sharedFeatures } from "./shared-features.ts";
import type { MapSettings, MapWish } from "./start-map.client.ts";
import { spotFeatures } from "./spot-features.ts";
import { streetLabelFeatures } from "./street-label-features.ts";

/** What changes while the map is there, by source. */
export type ChangingFeatures = Record<string, FeatureCollection>;

const collection = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });

/** What neighbours share and what the page wants to be seen, ready to be drawn. `pointed` is the place that the list points at. */
export function featuresOf(decoded: DecodedMap, buildings: ReadonlyMap<string, MapBuilding>, places: Overlay["places"], wish: MapWish, pointed: string | null): ChangingFeatures {
  const { shared, counts } = sharedFeatures(places, buildings, new Set(wish.matching), wish.kinds);
  const like = new Set(wish.alike);
  const alike = decoded.buildings.filter((one) => like.has(one.id) || (one.type !== null && wish.types.includes(one.type)));
  const outline = (place: string | null | undefined, open: boolean) => (place && buildings.has(place) ? [feature("chosen", buildings.get(place)!.geometry, { open })] : []);
  return {
    [sources.shared]: collection([...alike.map((one) => feature("alike", one.geometry)), ...streetLabelFeatures(decoded, wish.labels), ...shared, ...spotFeatures(decoded, buildings, wish.spots)]),
    [sources.streetCounts]: collection(counts),
    [sources.chosen]: collection([...outline(pointed, false), ...outline(wish.chosen?.place, true)]),
  };
}

/** The layers above the ground, as they look with a public layer or without. */
export function layersAbove(look: Look, layer: PublicLayer | null): LayerSpecification[] {
  return allLayers.flatMap((one) => one.draw(look, layer));
}

/** The whole style with its data: nothing of it is asked from any server, but for tiles where those are configured. */
export function styleOf(decoded: DecodedMap, look: Look, { home, tiles, dark, first }: MapSettings, own: MapBuilding | undefined, changing: ChangingFeatures): StyleSpecification {
  const geojson = (data: FeatureCollection) => ({ type: "geojson" as const, data, tolerance: 0.2, buffer: 32 });
  const ground = tiles ? [] : [...groundFeatures(decoded), ...nameFeatures(decoded)];
  return {
    version: 8,
    sources: {
      [sources.base]: geojson(collection([...ground, ...buildingFeatures(decoded), ...boundaryFeatures(decoded), ...ownHomeFeatures(own, [home.lon, home.lat])])),
      ...Object.fromEntries(Object.entries(changing).map(([source, data]) => [source, geojson(data)])),
      // Streets that lie close together when seen from far away become one count.
      [sources.streetCounts]: { ...geojson(changing[sources.streetCounts]!), cluster: true, clusterRadius: 42, clusterMaxZoom: 16, clusterProperties: { homes: ["+", ["get", "homes"]] } },
      ...(tiles ? { tiles: { type: "raster" as const, tiles: [tiles.url], tileSize: 256, maxzoom: 19 } } : {}),
    },
    layers: [
      { id: "land", type: "background", paint: { "background-color": look["map-land"] } },
      ...(tiles ? [{ id: "tiles", type: "raster" as const, source: "tiles", paint: { "raster-saturation": -0.4, "raster-brightness-max": dark ? 0.35 : 1 } }] : []),
      ...(tiles ? [] : decoded.base.length ? groundLayers : groundlessLayers).flatMap((layer) => layer.draw(look, first.layer)),
      ...layersAbove(look, first.layer),
    ],
  };
}
