import type { Feature, Position } from "geojson";
import type { DecodedMap, MapBuilding } from "./decode-map.ts";
import { feature } from "./ground-features.ts";
import { middle } from "./shared-features.ts";
import type { SpotCounts } from "./street-spots.server.ts";

/** With this the name of a picture begins that shows what stands at a street. */
export const spotPrefix = "spot";

/** A symbol for each spot: on the course of its street, else where its name is written or among its homes; at the own building for what is about that. */
export function spotFeatures(decoded: DecodedMap, buildings: ReadonlyMap<string, MapBuilding>, spots: readonly SpotCounts[]): Feature[] {
  return spots.flatMap(({ place, street, building, questions, koplopers, visits }) => {
    const at = building ? buildings.get(building)?.centre : middleOfStreet(decoded, street);
    const what = questions > 0 ? "question" : koplopers > 0 ? "koploper" : "visit";
    return at ? [feature("spot", { type: "Point", coordinates: at }, { spot: place, own: building !== null, image: `${spotPrefix}|${what}|${questions + koplopers + visits}` })] : [];
  });
}

function middleOfStreet(decoded: DecodedMap, street: string): Position | null {
  const course = decoded.base.filter(({ kind, name }) => name === street && (kind === "street" || kind === "square" || kind === "path")).flatMap(({ shape }) => shape.flat());
  const written = decoded.labels.filter(({ name }) => name === street).map(({ at }) => at);
  const homes = decoded.buildings.filter((building) => building.street === street).map(({ centre }): Position => centre);
  if (course.length > 0) return halfway(course.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]!);
  const known = written.length > 0 ? written : homes;
  return known.length > 0 ? middle(known) : null;
}

const away = (a: Position, b: Position) => Math.hypot((b[0]! - a[0]!) * 0.61, b[1]! - a[1]!);
const lengthOf = (line: Position[]) => line.slice(1).reduce((sum, at, i) => sum + away(line[i]!, at), 0);

/** The position half-way along a line; of degrees, of which one eastward is about 0.61 of one northward here. */
function halfway(line: Position[]): Position {
  let left = lengthOf(line) / 2;
  for (const [i, to] of line.slice(1).entries()) {
    const [from, length] = [line[i]!, away(line[i]!, to)];
    if (length >= left && length > 0) return [from[0]! + ((to[0]! - from[0]!) * left) / length, from[1]! + ((to[1]! - from[1]!) * left) / length];
    left -= length;
  }
  return line[0]!;
}
