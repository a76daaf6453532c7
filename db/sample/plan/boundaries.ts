import { straight, type Curve, type Point } from "../town/curve.ts";
import { closedRing } from "../town/ring.ts";
import type { Neighbourhood } from "../town/town.ts";
import { railway, streets, water } from "./streets.ts";

const part = (curve: Curve, from: Point, to: Point) => curve.part(curve.nearest(from), curve.nearest(to)).points;
const around = (...lines: readonly (readonly Point[])[]) => closedRing(lines.flat());

const { molenweg } = streets;
const northWest: Point = molenweg.at(molenweg.nearest([-10, 384]));
const north: Point = molenweg.at(molenweg.nearest([497, 396]));
const northEast: Point = molenweg.at(molenweg.nearest([790, 383]));
const south: Point = water.linde.at(water.linde.nearest([500, 23]));
const southWest: Point = water.linde.at(water.linde.nearest([-10, 20]));
const southEast: Point = water.linde.at(water.linde.nearest([799, 6]));
const middle = part(water.singel, [497, 396], [502, 30]);
const track = part(railway, [799, 10], [791, 380]);
const back = straight([[-10, 470], [300, 492], [600, 486], [776, 470]]);

/** Borders follow the middle of water, railway and main road, as municipalities draw them. Codes and names are made up. */
export const boundaries: Neighbourhood[] = [
  {
    code: "BU99010101", name: "Hofkwartier",
    ring: around(part(molenweg, northWest, north), middle, part(water.linde, south, southWest), water.ditch.points.toReversed()),
  },
  {
    code: "BU99010102", name: "Spoorzicht",
    ring: around(part(molenweg, north, northEast), track.toReversed(), part(water.linde, southEast, south), middle.toReversed()),
  },
  {
    code: "BU99010103", name: "Molenveld",
    ring: around(part(molenweg, northEast, northWest), back.points),
  },
];
