import type { Random } from "../random.ts";

/**
 * The outline of one home between its two side walls. `t` runs from the left wall (0) to the right wall (1) as seen on
 * the plan, `d` is in metres: for the front relative to the front wall (negative sticks out to the street), for the
 * back relative to the back wall (positive sticks out into the garden).
 */
export interface Shape {
  front: readonly (readonly [t: number, d: number])[];
  back: readonly (readonly [t: number, d: number])[];
}

/** Draws one home; `index` is its place in the row, so that pairs can mirror each other. */
export type ShapeMaker = (random: Random, index: number) => Shape;

const flatLine = [[0, 0], [1, 0]] as const;

function mirrored(shape: Shape): Shape {
  const turn = (line: Shape["front"]) => line.map(([t, d]) => [1 - t, d] as const).toReversed();
  return { front: turn(shape.front), back: turn(shape.back) };
}

/** Every second home is the mirror image of its neighbour, as builders do: front doors and extensions side by side. */
const inPairs = (shape: Shape, index: number) => (index % 2 === 0 ? shape : mirrored(shape));

/** An extension over the given part of the back, a number of metres deep. */
function extension(from: number, to: number, depth: number): Shape["back"] {
  const line: (readonly [number, number])[] = [];
  if (from > 0) line.push([0, 0], [from, 0]);
  line.push([from, depth], [to, depth]);
  if (to < 1) line.push([to, 0], [1, 0]);
  return line;
}

/** 1930s: a bay window beside the door and a narrow kitchen at the back, both shared with one neighbour. */
export const bayAndKitchen: ShapeMaker = (random, index) => {
  const bay = random.chance(0.85) ? 0.75 : 0.55;
  const kitchen = random.weighted([[2.4, 3], [3.2, 3], [0, 2]]);
  const wide = random.chance(0.25);
  const shape: Shape = {
    front: [[0, 0], [0.42, 0], [0.5, -bay], [0.82, -bay], [0.9, 0], [1, 0]],
    back: kitchen === 0 ? flatLine : extension(0, wide ? 1 : 0.46, wide ? kitchen + 0.6 : kitchen),
  };
  return inPairs(shape, index);
};

/** 1930s semi-detached: a deeper square bay on the outer side. */
export const squareBay: ShapeMaker = (random, index) => {
  const kitchen = random.weighted([[2.6, 2], [3.8, 2], [0, 1]]);
  const shape: Shape = {
    front: [[0, 0], [0.16, 0], [0.16, -0.9], [0.6, -0.9], [0.6, 0], [1, 0]],
    back: kitchen === 0 ? flatLine : extension(random.chance(0.5) ? 0 : 0.12, 0.62, kitchen),
  };
  return inPairs(shape, index);
};

/** Plain post-war row; now and then somebody built on. */
export const plain: ShapeMaker = (random, index) => {
  const builtOn = random.chance(0.22) ? random.weighted([[2.5, 3], [3, 2]]) : 0;
  return inPairs({ front: flatLine, back: builtOn === 0 ? flatLine : extension(0, 1, builtOn) }, index);
};

/** 1970s and 1980s: a storage room in front, beside the door, shared with one neighbour. */
export const frontStorage: ShapeMaker = (random, index) => {
  const builtOn = random.chance(0.28) ? random.weighted([[2.4, 3], [3, 2]]) : 0;
  const shape: Shape = {
    front: [[0, -2.2], [0.45, -2.2], [0.45, 0], [1, 0]],
    back: builtOn === 0 ? flatLine : extension(random.chance(0.5) ? 0.4 : 0, 1, builtOn),
  };
  return inPairs(shape, index);
};

/** Recent: deep and plain, sold with or without a bay at the back. */
export const recent: ShapeMaker = (random) => {
  const choice = random.weighted([[0, 5], [1.2, 3], [2.4, 2]]);
  return { front: flatLine, back: choice === 0 ? flatLine : extension(0, 1, choice) };
};

/** A large home with a wing forward on one side and a garden room at the back. */
export const villa: ShapeMaker = (random) => {
  const wing = random.between(1.6, 3.4);
  const edge = random.between(0.38, 0.56);
  const room = random.between(1.8, 3.6);
  const shape: Shape = {
    front: random.chance(0.7) ? [[0, -wing], [edge, -wing], [edge, 0], [1, 0]] : flatLine,
    back: random.chance(0.65) ? extension(random.between(0.1, 0.3), random.between(0.62, 0.9), room) : flatLine,
  };
  return random.chance(0.5) ? shape : mirrored(shape);
};
