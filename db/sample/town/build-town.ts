import { boundaries } from "../plan/boundaries.ts";
import { layGround } from "../plan/ground.ts";
import { layHofkwartier } from "../plan/hofkwartier.ts";
import { layLargeBuildings } from "../plan/large-buildings.ts";
import { layMolenveld } from "../plan/molenveld.ts";
import { layRegisterOddities } from "../plan/register-oddities.ts";
import { laySpoorzicht } from "../plan/spoorzicht.ts";
import { seededRandom } from "../random.ts";
import { distance, nearestOn, type Point } from "./curve.ts";
import { newDraft, type Draft } from "./draft.ts";
import { contains } from "./ring.ts";
import type { Building, Neighbourhood, Town, Unit } from "./town.ts";

/** Where the plan's corner lies (RD, EPSG:28992, in the fields of the Betuwe), and how far the plan is turned. */
const CORNER: Point = [145600, 436800];
const TURN = (-9 * Math.PI) / 180;

/**
 * Draws the whole sample municipality in RD metres (EPSG:28992), rounded to millimetres as the register does. The same
 * seed gives the same town.
 */
export function buildTown(seed: string): Town {
  const draft = newDraft(seededRandom(seed).fork("town"));
  layGround(draft);
  layHofkwartier(draft);
  laySpoorzicht(draft);
  layMolenveld(draft);
  layLargeBuildings(draft);
  layRegisterOddities(draft);

  const neighbourhoods = boundaries.map((n) => ({ ...n, ring: n.ring.map(toRd) }));
  for (const building of draft.buildings) {
    building.ring = building.ring.map(toRd);
    for (const unit of building.units) unit.point = toRd(unit.point);
  }
  handOutPostcodes(draft.buildings, neighbourhoods);
  const streets = new Set(draft.buildings.flatMap(({ units }) => units.flatMap((u) => [u.street, ...(u.alsoAt ? [u.alsoAt.street] : [])])));
  return {
    neighbourhoods,
    streets: [...streets].sort(),
    buildings: draft.buildings,
    ground: draft.ground.map((g) => ({ ...g, points: g.points.map(toRd) })),
    trees: draft.trees.filter((tree) => hasRoom(tree, draft)).map(toRd),
  };
}

/** Keeps trees off the streets, out of the water and away from walls. */
function hasRoom(tree: Point, { ground, buildings }: Draft): boolean {
  const tooNear = (points: readonly Point[], room: number) =>
    points.some((p) => Math.abs(p[0] - tree[0]) < 60 && Math.abs(p[1] - tree[1]) < 60) &&
    distance(tree, nearestOn(points, tree)) < room;
  const onStreet = ground.some((g) => g.kind === "road" && tooNear(g.points, (g.width ?? 0) / 2 + 0.7));
  const inWater = ground.some((g) => g.kind === "water" && contains(g.points, tree));
  return !onStreet && !inWater && !buildings.some(({ ring }) => tooNear(ring, 1.6));
}

function toRd([x, y]: Point): Point {
  const [cos, sin] = [Math.cos(TURN), Math.sin(TURN)];
  const round = (n: number) => Math.round(n * 1000) / 1000;
  return [round(CORNER[0] + x * cos - y * sin), round(CORNER[1] + x * sin + y * cos)];
}

/**
 * Four digits that end in 0 are given to post office boxes only, so no home in the Netherlands has one of these; and the
 * letters begin far behind the boxes in use.
 */
const DIGITS: Readonly<Record<string, string>> = { BU99010101: "9980", BU99010102: "9990", BU99010103: "9970" };
/** Letters that postcodes use, without those that look like figures. */
const LETTERS = "ABCDEGHJKLMNPRSTVWXZ";
const HOMES_PER_POSTCODE = 22;

/** A postcode per side of a street, and a new one after about twenty homes. */
function handOutPostcodes(buildings: readonly Building[], neighbourhoods: readonly Neighbourhood[]) {
  const groups = new Map<string, { unit: Unit; set: (postcode: string) => void }[]>();
  const add = (unit: Unit, street: string, number: number, set: (postcode: string) => void) => {
    const code = neighbourhoods.find(({ ring }) => contains(ring, unit.point))?.code;
    if (!code) throw new Error(`${street} ${number} lies in no neighbourhood`);
    const key = `${code} ${street} ${number % 2}`;
    groups.set(key, [...(groups.get(key) ?? []), { unit, set }]);
  };
  for (const unit of buildings.flatMap(({ units }) => units)) {
    add(unit, unit.street, unit.number, (postcode) => (unit.postcode = postcode));
    const { alsoAt } = unit;
    if (alsoAt) add(unit, alsoAt.street, alsoAt.number, (postcode) => (alsoAt.postcode = postcode));
  }
  const used = new Map<string, number>();
  for (const [key, doors] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const digits = DIGITS[key.slice(0, 10)] as string;
    const parts = Math.max(1, Math.round(doors.length / HOMES_PER_POSTCODE));
    doors.sort((a, b) => a.unit.number - b.unit.number);
    doors.forEach(({ set }, i) => {
      const index = (used.get(digits) ?? 0) + Math.floor((i * parts) / doors.length);
      set(`${digits}${"XZ"[Math.floor(index / LETTERS.length)]}${LETTERS[index % LETTERS.length]}`);
    });
    used.set(digits, (used.get(digits) ?? 0) + parts);
  }
}
