import { straight, type Curve, type Point } from "./curve.ts";
import { drawLine, drawSurface, sign, type Draft, type Side } from "./draft.ts";
import { areaOf, closedRing } from "./ring.ts";
import type { Shape, ShapeMaker } from "./row-shapes.ts";
import type { Building, Cluster, Unit } from "./town.ts";

/** Gives out house numbers of one street in order. */
export interface Numbering {
  next(): { street: string; number: number };
}

/** Numbers from `first` on: step 2 for one side of a street, step 1 around a courtyard. */
export function numbering(street: string, first: number, step: 1 | 2 = 2): Numbering {
  let number = first - step;
  return { next: () => ({ street, number: (number += step) }) };
}

export interface Row {
  curve: Curve;
  side: Side;
  /** Where the first side wall stands, in metres along the curve. */
  from: number;
  homes: number;
  /** Metres between side walls. */
  width: number;
  /** Metres from the curve to the front wall, from the front to the back wall, and of garden behind it. */
  front: number;
  depth: number;
  garden: number;
  /** Metres of garden in front, and beside the outer walls. */
  frontGarden: number;
  sideGarden?: number;
  year: number;
  cluster: Cluster;
  shape: ShapeMaker;
  numbers: Numbering;
  /** Numbers run against the direction of the curve. */
  reversed?: boolean;
  /** After every so many homes the front wall steps back or forward by so many metres. */
  stagger?: { every: number; by: number };
  /** The chance that a garden has a shed (0–1). */
  sheds: number;
  /** A path behind the gardens, with how far it runs on at either end in metres. */
  alley?: { before: number; after: number };
  /** Garages beside the outer walls (of semi-detached homes): the share that has one (0–1). */
  garages?: number;
  /** Storeys of living space, an attic counting for half. */
  storeys?: number;
  owner?: Building["owner"];
}

/** Lays a row of homes (also a pair, or one detached home) with gardens, sheds and a path behind. Returns where it ends. */
export function layRow(draft: Draft, row: Row): number {
  const { curve, from, homes, width, front, depth, garden } = row;
  const random = draft.random;
  const place = (s: number, d: number) => curve.at(s, sign(row.side) * d);
  const walls = Array.from({ length: homes + 1 }, (_, i) => from + i * width);
  const shapes: Shape[] = [];
  for (let i = 0; i < homes; i++) {
    const step = row.stagger && Math.floor(i / row.stagger.every) % 2 === 1 ? row.stagger.by : 0;
    const shape = row.shape(random, i);
    shapes.push({
      front: shape.front.map(([t, d]) => [t, front + step + d] as const),
      back: shape.back.map(([t, d]) => [t, front + step + depth + d] as const),
    });
  }

  const garages = layGarages(draft, row, place, walls, shapes);
  /** Every `d` at which something on a side wall begins or ends, so that both neighbours carry the same corners. */
  const corners = walls.map((_, i) => {
    const beside = [shapes[i - 1], shapes[i]].flatMap((shape, k) =>
      shape ? [k === 0 ? shape.front.at(-1)?.[1] : shape.front[0]?.[1], k === 0 ? shape.back.at(-1)?.[1] : shape.back[0]?.[1]] : [],
    );
    return [...beside.filter((d) => d !== undefined), ...(garages.get(i) ?? [])].sort((a, b) => a - b);
  });

  const order = shapes.map((_, i) => i);
  for (const i of row.reversed ? order.toReversed() : order) {
    const shape = shapes[i] as Shape;
    const [left, right] = [walls[i] as number, walls[i + 1] as number];
    const line = (part: Shape["front"]) => part.map(([t, d]) => [left + t * (right - left), d] as const);
    const wall = (at: number, s: number) => {
      const [low, high] = at === i ? [shape.front[0], shape.back[0]] : [shape.front.at(-1), shape.back.at(-1)];
      return (corners[at] as number[])
        .filter((d) => d > (low?.[1] ?? 0) + 0.01 && d < (high?.[1] ?? 0) - 0.01)
        .map((d) => [s, d] as const);
    };
    const outline = [...line(shape.front), ...wall(i + 1, right), ...line(shape.back).toReversed(), ...wall(i, left).toReversed()];
    const ring = closedRing(outline.map(([s, d]) => place(s, d)));
    const storeys = row.storeys ?? 1.75;
    const unit: Unit = {
      ...row.numbers.next(),
      postcode: "",
      purposes: ["woonfunctie"],
      area: Math.round(areaOf(ring) * storeys * 0.92 + random.between(-3, 6)),
      point: place((left + right) / 2 + random.between(-0.6, 0.6), front + depth * random.between(0.4, 0.6)),
      status: "in gebruik",
    };
    draft.buildings.push({
      kind: homes === 1 ? "detached" : homes === 2 ? "semi" : "terrace",
      cluster: row.cluster,
      ring,
      year: row.year,
      status: "Pand in gebruik",
      units: [unit],
      owner: row.owner ?? "owner-occupied",
    });
  }

  laySheds(draft, row, place, walls);
  const end = walls.at(-1) as number;
  const beside = row.sideGarden ?? 0;
  const fence = (d: number) => [from - beside, ...walls, end + beside].map((s) => place(s, d));
  drawSurface(draft, "garden", "garden", [...fence(front - row.frontGarden), ...fence(front + depth + garden).toReversed()]);
  if (row.alley) {
    const behind = front + depth + garden + 0.9;
    const points: Point[] = [];
    for (let s = from - row.alley.before; s < end + row.alley.after; s += 6) points.push(place(s, behind));
    points.push(place(end + row.alley.after, behind));
    drawLine(draft, "path", "alley", straight(points), 1.4);
  }
  return end;
}

/** Garages against the outer walls; returns the corners that they add to those walls. */
function layGarages(draft: Draft, row: Row, place: (s: number, d: number) => Point, walls: number[], shapes: Shape[]) {
  const added = new Map<number, number[]>();
  for (const at of [0, row.homes]) {
    if (!draft.random.chance(row.garages ?? 0)) continue;
    const outward = at === 0 ? -3.1 : 3.1;
    const shape = (at === 0 ? shapes[0] : shapes.at(-1)) as Shape;
    const wallFront = (at === 0 ? shape.front[0] : shape.front.at(-1))?.[1] ?? row.front;
    const [near, far] = [wallFront + 4.2, wallFront + 10.4];
    const back = (at === 0 ? shape.back[0] : shape.back.at(-1))?.[1] ?? row.front + row.depth;
    const s = walls[at] as number;
    const inner = back > near && back < far ? [back] : [];
    const ring = closedRing([place(s, near), place(s + outward, near), place(s + outward, far), place(s, far), ...inner.map((d) => place(s, d))]);
    draft.buildings.push({ ...outbuilding(row, "garage"), ring });
    added.set(at, [near, far]);
  }
  return added;
}

/** Sheds at the end of the gardens, against the fence of the neighbour with whom the builder paired them. */
function laySheds(draft: Draft, row: Row, place: (s: number, d: number) => Point, walls: number[]) {
  const end = row.front + row.depth + row.garden - 0.25;
  for (let wall = 0; wall <= row.homes; wall++) {
    if (row.homes > 1 ? wall % 2 === 0 : wall === 0) continue;
    const length = draft.random.between(2.8, 4.4);
    const wide = draft.random.between(2.2, 3);
    for (const outward of [-1, 1]) {
      const home = outward === -1 ? wall - 1 : wall;
      if (home < 0 || home >= row.homes || !draft.random.chance(row.sheds)) continue;
      const s = walls[wall] as number;
      const gap = row.homes === 1 ? outward * draft.random.between(0.6, 2) : 0;
      const ring = closedRing([
        place(s + gap, end - length), place(s + gap + outward * wide, end - length),
        place(s + gap + outward * wide, end), place(s + gap, end),
      ]);
      draft.buildings.push({ ...outbuilding(row, "shed"), ring });
    }
  }
}

const outbuilding = (row: Row, kind: "shed" | "garage"): Omit<Building, "ring"> => ({
  kind, cluster: row.cluster, year: row.year, status: "Pand in gebruik", units: [], owner: row.owner ?? "owner-occupied",
});
