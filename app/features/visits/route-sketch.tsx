import type { FeatureCollection, Position } from "geojson";
import { useT } from "../../i18n/use-t.tsx";

type Stop = { lon: number; lat: number };

const width = 640;
const least = 0.0012;

/** The lines of the ground near some places, as the paths of a drawing; shapes outside are left out. Positions in WGS84. */
export function sketchOf(stops: readonly Stop[], ground: FeatureCollection | null) {
  const lons = stops.map(({ lon }) => lon);
  const lats = stops.map(({ lat }) => lat);
  const middle = { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
  const stretch = Math.cos((middle.lat * Math.PI) / 180);
  const half = { lon: Math.max((Math.max(...lons) - Math.min(...lons)) * 0.65, least / stretch), lat: Math.max((Math.max(...lats) - Math.min(...lats)) * 0.65, least * 0.7) };
  const scale = width / (2 * half.lon * stretch);
  const height = Math.round(2 * half.lat * scale);
  const at = ([lon = 0, lat = 0]: Position) => ({ x: Math.round((lon - middle.lon + half.lon) * stretch * scale), y: Math.round((middle.lat + half.lat - lat) * scale) });
  const near = (line: Position[]) => line.some((point) => Math.abs(point[0]! - middle.lon) < half.lon && Math.abs(point[1]! - middle.lat) < half.lat);
  const path = (line: Position[]) => line.map((point, index) => `${index ? "L" : "M"}${at(point).x} ${at(point).y}`).join("");
  const lines = (ground?.features ?? []).flatMap(({ geometry }) => (geometry.type === "LineString" ? [geometry.coordinates] : geometry.type === "MultiLineString" ? geometry.coordinates : []));
  return { width, height, streets: lines.filter(near).map(path), points: stops.map(({ lon, lat }) => at([lon, lat])) };
}

/** A route as a drawing that prints: streets, and a number for each stop; the list beside it says the same. Needs `visits`. */
export function RouteSketch({ stops, ground }: { stops: readonly Stop[]; ground: FeatureCollection | null }) {
  const t = useT("visits");
  const sketch = sketchOf(stops, ground);
  return (
    <svg role="img" aria-label={t("route.sketch")} viewBox={`0 0 ${sketch.width} ${sketch.height}`} className="w-full rounded-card border border-line bg-raised">
      {sketch.streets.map((path, index) => (
        <path key={index} d={path} fill="none" stroke="var(--surface)" strokeWidth={7} strokeLinecap="round" strokeLinejoin="round" />
      ))}
      <polyline points={sketch.points.map(({ x, y }) => `${x},${y}`).join(" ")} fill="none" stroke="var(--garden)" strokeWidth={3} strokeDasharray="2 8" strokeLinecap="round" />
      {sketch.points.map(({ x, y }, index) => (
        <g key={index}>
          <circle cx={x} cy={y} r={17} fill="var(--garden)" stroke="var(--surface)" strokeWidth={3} />
          <text x={x} y={y + 6} textAnchor="middle" fontSize={18} fontWeight={700} fill="var(--on-garden)">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
