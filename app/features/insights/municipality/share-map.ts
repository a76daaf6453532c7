import type { MultiPolygon, Polygon } from "geojson";
import type { Release } from "../published/release.ts";

/** Which part of the homes is counted, in classes that the noise cannot blur much; `unknown` where no number is published. */
export type ShareClass = "low" | "middle" | "high" | "highest" | "unknown";
export type Share = { percent: number | null; class: ShareClass };
/** `label` is where the name stands; null where it doesn't fit. */
export type MapShape = { code: string; name: string; share: Share; path: string; label: { x: number; y: number } | null };
export type ShareMap = { width: number; height: number; shapes: MapShape[] };

/** The part of the homes that is counted by a release: of the published number, and of nothing else. */
export function shareOf(release: Release | undefined): Share {
  const cell = release?.tables.find(({ topic }) => topic === "taking_part")?.cells[0];
  if (!release || cell?.kind !== "about" || cell.value === null || release.dwellings === 0) return { percent: null, class: "unknown" };
  const percent = Math.min(100, Math.round((100 * cell.value) / release.dwellings));
  return { percent, class: percent < 10 ? "low" : percent < 25 ? "middle" : percent <= 50 ? "high" : "highest" };
}

/**
 * Draws boundaries as paths for an SVG: longitudes shortened by the cosine of the latitude, north above.
 * @param places boundaries in WGS84 (degrees)
 * @returns null where there is nothing to draw; the width is 1000
 */
export function drawMap(places: readonly { code: string; name: string; geometry: Polygon | MultiPolygon; share: Share }[]): ShareMap | null {
  const rings = ({ geometry }: { geometry: Polygon | MultiPolygon }) => (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat());
  const points = places.flatMap((place) => rings(place).flat());
  if (points.length === 0) return null;
  const [west, south, east, north] = points.reduce(([w, s, e, n], [lon, lat]) => [Math.min(w!, lon!), Math.min(s!, lat!), Math.max(e!, lon!), Math.max(n!, lat!)], [180, 90, -180, -90]) as [number, number, number, number];
  const squeeze = Math.cos(((south + north) / 2 / 180) * Math.PI);
  const scale = 1000 / Math.max(1e-9, (east - west) * squeeze);
  const x = (lon: number) => Math.round((lon - west) * squeeze * scale);
  const y = (lat: number) => Math.round((north - lat) * scale);
  const at = ([lon, lat]: number[]) => `${x(lon!)} ${y(lat!)}`;
  return {
    width: 1000,
    height: Math.max(1, Math.round((north - south) * scale)),
    shapes: places.map((place) => {
      const around = rings(place).flat();
      const [lons, lats] = [around.map(([lon]) => lon!), around.map(([, lat]) => lat!)];
      const [left, right, top, bottom] = [x(Math.min(...lons)), x(Math.max(...lons)), y(Math.max(...lats)), y(Math.min(...lats))];
      const fits = right - left > place.name.length * LETTER && bottom - top > 2 * LETTER;
      return { code: place.code, name: place.name, share: place.share, path: rings(place).map((ring) => `M${ring.map(at).join("L")}Z`).join(""), label: fits ? { x: Math.round((left + right) / 2), y: Math.round((top + bottom) / 2) } : null };
    }),
  };
}

/** The width of a letter of a name on the narrowest screen, where the map is a thousand wide. */
const LETTER = 27;
