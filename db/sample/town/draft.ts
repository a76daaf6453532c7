import type { Random } from "../random.ts";
import { distance, type Curve, type Point } from "./curve.ts";
import { closedRing } from "./ring.ts";
import type { Building, Ground, GroundKind } from "./town.ts";

/** A town while it is being drawn, in metres on the plan. */
export interface Draft {
  readonly random: Random;
  readonly buildings: Building[];
  readonly ground: Ground[];
  readonly trees: Point[];
}

export const newDraft = (random: Random): Draft => ({ random, buildings: [], ground: [], trees: [] });

/** Which side of a street, looking along it. */
export type Side = "left" | "right";
export const sign = (side: Side) => (side === "left" ? 1 : -1);

/** Draws a street, path or track along a line; `width` in metres between the kerbs. */
export function drawLine(draft: Draft, kind: GroundKind, className: string, curve: Curve, width: number, name?: string) {
  draft.ground.push({ kind, className, width, points: simplified(curve.points), ...(name ? { name } : {}) });
}

/** Draws a surface from its corners. */
export function drawSurface(draft: Draft, kind: GroundKind, className: string, corners: readonly Point[], name?: string) {
  const ring = simplified(closedRing(corners));
  draft.ground.push({ kind, className, points: ring, ...(name ? { name } : {}) });
}

/** Draws a band along a line, from `near` to `far` metres to its left (negative: right); the ends are cut square. */
export function drawBand(draft: Draft, kind: GroundKind, className: string, curve: Curve, near: number, far: number, name?: string) {
  drawSurface(draft, kind, className, [...curve.offset(near).points, ...curve.offset(far).points.toReversed()], name);
}

/** A smooth closed shape of about the given size, for ponds, lawns and shrubberies. */
export function blob(random: Random, centre: Point, width: number, height: number, wobble = 0.12): Point[] {
  const phase = random.between(0, 6.28);
  return Array.from({ length: 28 }, (_, i) => {
    const angle = (i / 28) * 2 * Math.PI;
    const r = 1 + wobble * Math.sin(2 * angle + phase) + wobble * 0.6 * Math.sin(3 * angle + 1.7 * phase);
    return [centre[0] + (width / 2) * r * Math.cos(angle), centre[1] + (height / 2) * r * Math.sin(angle)];
  });
}

/** Plants trees along a line, `d` metres to its left, one per `every` metres with a little slack. */
export function plantAlong(draft: Draft, curve: Curve, d: number, every: number, from = 4, to = curve.length - 4) {
  for (let s = from; s < to; s += every * draft.random.between(0.9, 1.1)) {
    draft.trees.push(curve.at(s, d + draft.random.between(-0.3, 0.3)));
  }
}

/** Plants trees here and there within a shape's middle part. */
export function plantWithin(draft: Draft, centre: Point, width: number, height: number, count: number) {
  for (let i = 0; i < count; i++) {
    const angle = draft.random.between(0, 6.28);
    const r = Math.sqrt(draft.random.next()) / 2;
    draft.trees.push([centre[0] + width * r * Math.cos(angle), centre[1] + height * r * Math.sin(angle)]);
  }
}

/** Leaves out points that lie within 5 cm of the line between their neighbours. */
export function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [points[0] as Point];
  let from = 0;
  for (let to = 2; to < points.length; to++) {
    const [a, b] = [points[from] as Point, points[to] as Point];
    const length = distance(a, b) || 1;
    const bends = points
      .slice(from + 1, to)
      .some((p) => Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length > 0.05);
    if (bends) {
      kept.push(points[to - 1] as Point);
      from = to - 1;
    }
  }
  kept.push(points.at(-1) as Point);
  return kept;
}
