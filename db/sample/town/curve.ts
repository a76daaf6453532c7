/** A point in metres. In the plan: east and north of the plan's own corner; in a finished town: RD (EPSG:28992). */
export type Point = readonly [x: number, y: number];

/**
 * A line along which a street is laid out. `s` is the distance along it and `d` the distance to its left (negative: to
 * its right), both in metres, so that houses, gardens and pavements can be described as if the street were straight.
 */
export interface Curve {
  readonly points: readonly Point[];
  readonly length: number;
  /** The point at `s` metres along and `d` metres to the left. Before the start and past the end it runs on straight. */
  at(s: number, d?: number): Point;
  /** The `s` of the point on the line that is nearest. */
  nearest(point: Point): number;
  /** The line `d` metres to the left. */
  offset(d: number): Curve;
  /** The part between two distances; from > to gives it in reverse. */
  part(from: number, to: number): Curve;
}

export const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The segment of a line that is nearest to a point, by the index of its end, and how far along it (0–1). */
function nearestSegment(points: readonly Point[], point: Point): { segment: number; share: number } {
  let best = { segment: 1, share: 0, away: Infinity };
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const share = Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const away = distance(point, [a[0] + dx * share, a[1] + dy * share]);
    if (away < best.away) best = { segment: i, share, away };
  }
  return best;
}

/** The point of a line (or closed ring) that is nearest to a point. */
export function nearestOn(points: readonly Point[], point: Point): Point {
  const { segment, share } = nearestSegment(points, point);
  const [a, b] = [points[segment - 1] as Point, points[segment] as Point];
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** A line with corners. Needs at least two different points. */
export function straight(line: readonly Point[]): Curve {
  const points = line.filter((p, i) => i === 0 || distance(p, line[i - 1] as Point) > 0.001);
  const cumulative = [0];
  for (let i = 1; i < points.length; i++) {
    cumulative.push((cumulative[i - 1] as number) + distance(points[i - 1] as Point, points[i] as Point));
  }
  const length = cumulative.at(-1) as number;
  if (points.length < 2 || length === 0) throw new Error("A line needs two different points");

  const segmentAt = (s: number) => {
    let i = 1;
    while (i < points.length - 1 && (cumulative[i] as number) < s) i++;
    return i;
  };
  const direction = (i: number): Point => {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const l = distance(a, b);
    return [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
  };
  /** Turns evenly from the middle of one segment to the middle of the next, so that walls on a bend fan out evenly. */
  const directionAt = (s: number): Point => {
    const i = segmentAt(s);
    const middle = ((cumulative[i - 1] as number) + (cumulative[i] as number)) / 2;
    const j = s < middle ? Math.max(1, i - 1) : Math.min(points.length - 1, i + 1);
    if (j === i) return direction(i);
    const other = ((cumulative[j - 1] as number) + (cumulative[j] as number)) / 2;
    const t = (s - middle) / (other - middle);
    const [a, b] = [direction(i), direction(j)];
    const mixed: Point = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    const l = Math.hypot(mixed[0], mixed[1]);
    return [mixed[0] / l, mixed[1] / l];
  };
  const at = (s: number, d = 0): Point => {
    const i = segmentAt(s);
    const along = direction(i);
    const across = d === 0 ? along : directionAt(s);
    const start = points[i - 1] as Point;
    const rest = s - (cumulative[i - 1] as number);
    return [start[0] + along[0] * rest - across[1] * d, start[1] + along[1] * rest + across[0] * d];
  };
  const part = (from: number, to: number) => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const inner = points.filter((_, i) => (cumulative[i] as number) > low + 0.01 && (cumulative[i] as number) < high - 0.01);
    const cut = [at(low), ...inner, at(high)];
    return straight(from < to ? cut : cut.toReversed());
  };

  return {
    points,
    length,
    at,
    part,
    offset: (d) => straight(points.map((_, i) => at(cumulative[i] as number, d))),
    nearest(point) {
      const { segment, share } = nearestSegment(points, point);
      const start = cumulative[segment - 1] as number;
      return start + share * ((cumulative[segment] as number) - start);
    },
  };
}

/** A flowing line through all the points (Catmull-Rom, a point about every 4 m). */
export function smooth(points: readonly Point[]): Curve {
  const result: Point[] = [];
  for (let i = 1; i < points.length; i++) {
    const [p1, p2] = [points[i - 1] as Point, points[i] as Point];
    const [p0, p3] = [points[i - 2] ?? p1, points[i + 1] ?? p2];
    const steps = Math.max(1, Math.round(distance(p1, p2) / 4));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const mix = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
      result.push([mix(0), mix(1)]);
    }
  }
  result.push(points.at(-1) as Point);
  return straight(result);
}
