/** A closed line as x, y, x, y, …; the last point is the first one again. Metres or degrees, as the caller has them. */
export type Ring = Float64Array;

export type Box = { minX: number; minY: number; maxX: number; maxY: number };

export function boxOf(ring: Ring): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    if (x < box.minX) box.minX = x;
    if (x > box.maxX) box.maxX = x;
    if (y < box.minY) box.minY = y;
    if (y > box.maxY) box.maxY = y;
  }
  return box;
}

/** The signed area in square units: positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let twice = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    twice += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return twice / 2;
}

/** The centre of mass of what the ring encloses; for a ring without area the middle of its box. */
export function centroid(ring: Ring): [x: number, y: number] {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const ax = ring[i]! - x0;
    const ay = ring[i + 1]! - y0;
    const bx = ring[i + 2]! - x0;
    const by = ring[i + 3]! - y0;
    const cross = ax * by - bx * ay;
    twice += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  if (twice === 0) {
    const box = boxOf(ring);
    return [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  }
  return [x0 + sumX / (3 * twice), y0 + sumY / (3 * twice)];
}

/** Whether the ring encloses the point (even-odd rule). */
export function encloses(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const ay = ring[i + 1]!;
    const by = ring[i + 3]!;
    if (ay > y !== by > y && x < ((ring[i + 2]! - ring[i]!) * (y - ay)) / (by - ay) + ring[i]!) inside = !inside;
  }
  return inside;
}

/** What is wrong with a ring, in words, or null: too few points, not closed, no area, or edges that cross. */
export function ringFault(ring: Ring): string | null {
  const last = ring.length - 2;
  if (ring.length < 8) return "a ring has fewer than four points";
  if (ring[0] !== ring[last] || ring[1] !== ring[last + 1]) return "a ring is not closed";
  if (Math.abs(signedArea(ring)) < 0.01) return "a ring has no area";
  return crossesItself(ring) ? "a ring crosses itself" : null;
}

/** Whether two edges cross in a point that is an end of neither; touching is allowed. */
function crossesItself(ring: Ring): boolean {
  const edges: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) edges.push(i);
  const west = (i: number) => Math.min(ring[i]!, ring[i + 2]!);
  edges.sort((a, b) => west(a) - west(b));
  for (let first = 0; first < edges.length; first++) {
    const a = edges[first]!;
    const east = Math.max(ring[a]!, ring[a + 2]!);
    for (let second = first + 1; second < edges.length && west(edges[second]!) <= east; second++) {
      if (edgesCross(ring, a, edges[second]!)) return true;
    }
  }
  return false;
}

function edgesCross(ring: Ring, a: number, b: number): boolean {
  return (
    side(ring, a, ring[b]!, ring[b + 1]!) * side(ring, a, ring[b + 2]!, ring[b + 3]!) < 0 &&
    side(ring, b, ring[a]!, ring[a + 1]!) * side(ring, b, ring[a + 2]!, ring[a + 3]!) < 0
  );
}

/** On which side of the edge that starts at `edge` the point lies; within a millimetre of its line counts as on it. */
function side(ring: Ring, edge: number, x: number, y: number): number {
  const dx = ring[edge + 2]! - ring[edge]!;
  const dy = ring[edge + 3]! - ring[edge + 1]!;
  const cross = dx * (y - ring[edge + 1]!) - dy * (x - ring[edge]!);
  return Math.abs(cross) < 0.001 * Math.hypot(dx, dy) ? 0 : Math.sign(cross);
}
