import express from "express";
import type { Feature } from "geojson";
import { decodeMap } from "../../app/features/map/decode-map.ts";
import type { MapData } from "../../app/features/map/map-encoding.ts";
import { listen, type Listening } from "../support/listen.ts";

const page = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kaart</title><link rel="stylesheet" href="/dist/maplibre-gl.css">
<style>html, body, div { margin: 0; height: 100% }</style><div id="map"></div>
<script type="module">
  import { Map, setWorkerUrl } from "/dist/maplibre-gl.mjs";
  setWorkerUrl("/dist/maplibre-gl-worker.mjs");
  const { center, data } = await (await fetch("/buildings.json")).json();
  const drawn = (id, type, paint) => ({ id, type, source: "buildings", paint });
  const map = new Map({
    container: "map", center, zoom: 16.5, fadeDuration: 0, attributionControl: false,
    style: { version: 8, sources: { buildings: { type: "geojson", data } }, layers: [drawn("areas", "fill", { "fill-color": "#d8cdb8" }), drawn("lines", "line", { "line-color": "#8a7f6a" })] },
  });
  map.once("idle", () => { performance.mark("map-idle"); document.querySelector("#map").dataset.map = "idle"; });
</script></html>`;

/**
 * The limit of the map library on this machine: the same buildings as plain GeoJSON on a page with nothing else, filled and
 * outlined, around their middle and at the zoom at which the neighbourhood's map opens.
 */
export function listenWithBareMap(map: MapData): Promise<Listening> {
  const { buildings } = decodeMap(map);
  const features = buildings.map(({ geometry }): Feature => ({ type: "Feature", geometry, properties: {} }));
  const center = [0, 1].map((axis) => buildings.reduce((sum, { centre }) => sum + centre[axis]!, 0) / buildings.length);
  const app = express();
  app.use("/dist", express.static("node_modules/maplibre-gl/dist", { maxAge: "1h" }));
  app.get("/buildings.json", (_request, response) => void response.set("Cache-Control", "max-age=3600").send({ center, data: { type: "FeatureCollection", features } }));
  app.get("/kaart", (_request, response) => void response.send(page));
  return listen(app);
}
