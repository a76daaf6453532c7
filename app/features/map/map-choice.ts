import { LngLatBounds, type Map as MapLibre, type MapMouseEvent, type PointLike } from "maplibre-gl";
import type { MapSettings } from "./start-map.client.ts";
import type { MapBuilding } from "./decode-map.ts";
import { streetSpotLayer } from "./layers/street-spots.ts";
import { streetLabelLayers } from "./layers/street-labels.ts";

/** Half of the size that a thumb needs, in pixels. */
const reach = 22;

/**
 * Calls `onChoose` with the place that is tapped: the nearest symbol within a thumb's reach, else the building under it.
 * The symbol of a street goes to `onSpot`. A tap on a street's count or bar zooms to that street. Null is a tap beside everything.
 * @returns stops listening
 */
export function listenForChoice(map: MapLibre, buildings: ReadonlyMap<string, MapBuilding>, { onChoose, onSpot }: Pick<MapSettings, "onChoose" | "onSpot">): () => void {
  const all = [...buildings.values()];
  const click = (event: MapMouseEvent) => {
    const { x, y } = event.point;
    const around: [PointLike, PointLike] = [[x - reach, y - reach], [x + reach, y + reach]];
    const near = map
      .queryRenderedFeatures(around, { layers: [streetSpotLayer, "shared-symbols", "street-counts"] })
      .map((feature) => {
        const at = map.project((feature.geometry as GeoJSON.Point).coordinates as [number, number]);
        return { feature, away: Math.hypot(at.x - x, at.y - y) };
      })
      .sort((a, b) => a.away - b.away)[0]?.feature;
    const under = map.queryRenderedFeatures(event.point, { layers: ["buildings"] })[0];
    const building = under && all[Number(under.properties.index)];
    if (near?.layer.id === streetSpotLayer) return onSpot(String(near.properties.spot));
    if (near?.layer.id === "street-counts") {
      if (near.properties.cluster) return void map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 1.3, duration: 400 });
      return zoomTo(map, all.filter((one) => one.street === near.properties.street));
    }
    const bar = near ? undefined : map.queryRenderedFeatures(event.point, { layers: streetLabelLayers })[0];
    if (bar) return zoomTo(map, all.filter((one) => one.street === bar.properties.street));
    if (near && !(building && building.id !== near.properties.place && building.homes > 0 && map.getZoom() > 18)) return onChoose(String(near.properties.place));
    onChoose(building && building.numbers !== "" ? building.id : null);
  };
  const cursor = (event: MapMouseEvent) => {
    const over = map.queryRenderedFeatures(event.point, { layers: [streetSpotLayer, "shared-symbols", "street-counts", ...streetLabelLayers, "buildings"] })[0];
    map.getCanvas().style.cursor = over && over.properties.numbers !== "" ? "pointer" : "";
  };
  map.on("click", click);
  map.on("mousemove", cursor);
  return () => {
    map.off("click", click);
    map.off("mousemove", cursor);
  };
}

function zoomTo(map: MapLibre, buildings: MapBuilding[]): void {
  const bounds = buildings.reduce((all, one) => all.extend(one.centre), new LngLatBounds());
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 60, maxZoom: 17.5, duration: 500 });
}
