import { straight, type Curve, type Point } from "./curve.ts";
import { sign, type Draft, type Side } from "./draft.ts";
import { closedRing } from "./ring.ts";
import type { Building, BuildingKind, Cluster, Purpose, Unit } from "./town.ts";

/** An address and its use inside a larger building. */
export type Door = Pick<Unit, "street" | "number" | "letter" | "addition"> & { purposes?: Purpose[]; area: number; status?: Unit["status"] };

export interface Block {
  curve: Curve;
  side: Side;
  /** The outline in metres along the curve and away from it, in order. */
  outline: readonly (readonly [s: number, d: number])[];
  kind: BuildingKind;
  cluster: Cluster;
  year: number;
  doors: readonly Door[];
  /** How far from the street the addresses lie, in metres; there the building spans its whole length. */
  core?: number;
  owner?: Building["owner"];
  status?: Building["status"];
}

/** Lays one building with any number of addresses in it: flats, a school, a church, a substation. */
export function layBlock(draft: Draft, block: Block): Building {
  const alongs = block.outline.map(([s]) => s);
  const [first, last] = [Math.min(...alongs), Math.max(...alongs)];
  /** Large buildings stay straight where the street bends. */
  const chord = straight([block.curve.at(first), block.curve.at(last)]);
  const place = ([s, d]: readonly [number, number]): Point => chord.at(s - first, sign(block.side) * d);
  const perFloor = Math.max(1, Math.min(block.doors.length, Math.floor((last - first) / 5.5)));
  const building: Building = {
    kind: block.kind,
    cluster: block.cluster,
    ring: closedRing(block.outline.map(place)),
    year: block.year,
    status: block.status ?? "Pand in gebruik",
    owner: block.owner ?? "owner-occupied",
    units: block.doors.map(({ purposes = ["woonfunctie"], status = "in gebruik", ...door }, i) => ({
      ...door,
      purposes,
      status,
      postcode: "",
      point: place([
        first + ((i % perFloor) + 0.5) * ((last - first) / perFloor),
        (block.core ?? 0) + (Math.floor(i / perFloor) % 5) * 0.6 - 1.2,
      ]),
    })),
  };
  draft.buildings.push(building);
  return building;
}

/** The outline of a long block with stair towers that stick out at the back. */
export function gallery(from: number, length: number, front: number, depth: number, towers: readonly number[]): Block["outline"] {
  const back = front + depth;
  const stairs = [...towers].sort((a, b) => b - a).flatMap((at) => [
    [from + at + 4.4, back], [from + at + 4.4, back + 3.2], [from + at, back + 3.2], [from + at, back],
  ] as const);
  return [[from, front], [from + length, front], [from + length, back], ...stairs, [from, back]];
}

/** A row of lock-up garages that share walls, without addresses. */
export function layGarageRow(draft: Draft, curve: Curve, side: Side, from: number, count: number, front: number, cluster: Cluster, year: number) {
  const chord = straight([curve.at(from), curve.at(from + count * 2.9)]);
  for (let i = 0; i < count; i++) {
    const [a, b] = [i * 2.9, (i + 1) * 2.9];
    layBlock(draft, {
      curve: chord, side, kind: "garage", cluster, year, doors: [],
      outline: [[a, front], [b, front], [b, front + 5.8], [a, front + 5.8]],
    });
  }
}
