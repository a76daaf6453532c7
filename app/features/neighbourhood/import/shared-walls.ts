import { boxOf, type Box, type Ring } from "./ring.ts";

/** Footprints are surveyed to about 20 cm: walls that run this close together, in metres, are one wall. */
const SAME_WALL_M = 0.25;
/** Less wall than this, in metres, is a corner that touches. */
const LEAST_SHARED_M = 1.5;

export type Outline = { id: string; ring: Ring };
export type SharedWall = { a: string; b: string };
type Active = Outline & { box: Box };

/**
 * Finds which footprints share a wall, sweeping from west to east: only the outlines that reach the sweep line are held,
 * so memory does not depend on the number of outlines.
 * @param outlines outer rings in EPSG:28992 (metres), ordered by their westernmost x
 */
export class WallSweep {
  private readonly active: Active[] = [];

  /** The walls that the next outline shares with outlines that were added before. */
  add(outline: Outline): SharedWall[] {
    const next = { ...outline, box: boxOf(outline.ring) };
    const shared: SharedWall[] = [];
    let kept = 0;
    for (const other of this.active) {
      if (other.box.maxX < next.box.minX - SAME_WALL_M) continue;
      this.active[kept++] = other;
      if (other.box.minY > next.box.maxY + SAME_WALL_M || other.box.maxY < next.box.minY - SAME_WALL_M) continue;
      if (sharedWallLength(other.ring, next.ring) >= LEAST_SHARED_M) shared.push({ a: other.id, b: next.id });
    }
    this.active[kept] = next;
    this.active.length = kept + 1;
    return shared;
  }
}

/** How many metres of the outline `a` run along the outline `b`. */
export function sharedWallLength(a: Ring, b: Ring): number {
  let length = 0;
  for (let i = 0; i + 3 < a.length; i += 2) {
    for (let j = 0; j + 3 < b.length; j += 2) length += overlap(a, i, b, j);
  }
  return length;
}

/** The length of the part of edge `i` of `a` that has edge `j` of `b` beside it. */
function overlap(a: Ring, i: number, b: Ring, j: number): number {
  const x = a[i]!;
  const y = a[i + 1]!;
  const dx = a[i + 2]! - x;
  const dy = a[i + 3]! - y;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return 0;
  // Along and away from edge `i`, in metres, for both ends of edge `j`.
  const firstX = b[j]! - x;
  const firstY = b[j + 1]! - y;
  const secondX = b[j + 2]! - x;
  const secondY = b[j + 3]! - y;
  const first = (firstX * dx + firstY * dy) / length;
  const second = (secondX * dx + secondY * dy) / length;
  const start = Math.max(0, Math.min(first, second));
  const end = Math.min(length, Math.max(first, second));
  if (end <= start) return 0;
  const awayFirst = (firstX * dy - firstY * dx) / length;
  const awaySecond = (secondX * dy - secondY * dx) / length;
  const slope = (awaySecond - awayFirst) / (second - first);
  const awayStart = awayFirst + slope * (start - first);
  const awayEnd = awayFirst + slope * (end - first);
  return Math.abs(awayStart) <= SAME_WALL_M && Math.abs(awayEnd) <= SAME_WALL_M ? end - start : 0;
}
