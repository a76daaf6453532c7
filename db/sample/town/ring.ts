import type { Point } from "./curve.ts";

/** Twice the area of a closed ring; positive when it runs counter-clockwise. */
function doubleArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Point, ring[i] as Point];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/** Area of a closed ring, in the square of its unit. */
export const areaOf = (ring: readonly Point[]) => Math.abs(doubleArea(ring)) / 2;

/** A closed, counter-clockwise ring through the corners; corners within 4 mm of the one before are left out. */
export function closedRing(corners: readonly Point[]): Point[] {
  const distinct = corners.filter((p, i) => {
    const before = corners[(i + corners.length - 1) % corners.length] as Point;
    return Math.hypot(p[0] - before[0], p[1] - before[1]) > 0.004;
  });
  const ring = [...distinct, distinct[0] as Point];
  return doubleArea(ring) < 0 ? ring.toReversed() : ring;
}

/** Whether a point lies inside a closed ring. */
export function contains(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as Point, ring[i] as Point];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
