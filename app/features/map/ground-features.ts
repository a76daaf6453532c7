import type { Feature, Geometry, Position } from "geojson";
import type { DecodedMap, MapBuilding } from "./decode-map.ts";
import { surfaceKinds } from "./map-encoding.ts";
import type { Part } from "./layers/layer.ts";

/** A feature of one part of the map; see `drawnFrom`. */
export function feature(part: Part | "chosen", geometry: Geometry, properties: Feature["properties"] = {}): Feature {
  return { type: "Feature", geometry, properties: { part, ...properties } };
}

/** What lies under the buildings. */
export function groundFeatures({ base }: DecodedMap): Feature[] {
  return base.map(({ kind, className, name, width, shape }) => {
    const properties = { kind, class: className, name, width };
    if (kind === "tree") return feature("tree", { type: "MultiPoint", coordinates: shape.flat(2) }, properties);
    if ((surfaceKinds as readonly string[]).includes(kind)) return feature("surface", { type: "MultiPolygon", coordinates: shape }, properties);
    return feature("line", { type: "MultiLineString", coordinates: shape.flat() }, properties);
  });
}

/** The buildings, each with its index among them. */
export function buildingFeatures({ buildings }: DecodedMap): Feature[] {
  return buildings.map(({ geometry, homes, numbers, index, type, period }) => feature("building", geometry, { homes, numbers, index, type: type ?? "unknown", period: String(period ?? "unknown") }));
}

/** Names that are written at a point: streets that are known from their addresses only, waters and parks. */
export function nameFeatures({ labels, base }: DecodedMap): Feature[] {
  const streets = labels.map(({ name, angle, at }) => feature("street-name", { type: "Point", coordinates: at }, { name, angle }));
  const places = base
    .filter(({ kind, name }) => name !== "" && (kind === "water" || kind === "green" || kind === "square"))
    .map(({ kind, name, shape }) => feature("place-name", { type: "Point", coordinates: middleOf(shape[0]![0]!) }, { kind, name }));
  return [...streets, ...places];
}

/** The edge of the neighbourhood, and everything beyond it. */
export function boundaryFeatures({ boundary }: DecodedMap): Feature[] {
  const outer = boundary.coordinates.map((rings) => rings[0]!);
  const around: Position[] = [[-10, 45], [20, 45], [20, 60], [-10, 60], [-10, 45]];
  return [feature("beyond", { type: "Polygon", coordinates: [around, ...outer] }), feature("edge", { type: "MultiLineString", coordinates: boundary.coordinates.flat() })];
}

/** My own home: its shape and where its pin stands. A home without a building has a pin only. */
export function ownHomeFeatures(building: MapBuilding | undefined, position: Position): Feature[] {
  const pin = feature("pin", { type: "Point", coordinates: building?.centre ?? position });
  return building ? [feature("own", building.geometry), pin] : [pin];
}

/** The middle of what a ring covers from west to east and from south to north. */
function middleOf(ring: Position[]): Position {
  const [lons, lats] = [ring.map((at) => at[0]!), ring.map((at) => at[1]!)];
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}
