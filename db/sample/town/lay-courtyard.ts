import { straight, type Curve } from "./curve.ts";
import { drawBand, drawLine, drawSurface, plantAlong, type Draft } from "./draft.ts";
import { layRow, numbering, type Row } from "./lay-row.ts";
import type { ShapeMaker } from "./row-shapes.ts";
import type { Cluster } from "./town.ts";

export interface Courtyard {
  name: string;
  /** From the street that it opens on, to the middle of its far end. */
  axis: Curve;
  /** Homes on either long side and across the far end. */
  homes: { left: number; right: number; end: number };
  year: number;
  cluster: Cluster;
  shape: ShapeMaker;
  sheds: number;
}

const HALF = 18; // metres from the axis to the front walls
const DEPTH = 9.2;
const GARDEN = 9.6;
const WIDTH = 5.5;
const FRONT_OF_END = 5;
const BEHIND = HALF + DEPTH + GARDEN + 0.9; // from the axis to the path behind the gardens

/**
 * A hofje of the 1970s: a dead end for cars around a lawn with trees and parking, homes on three sides, a footpath along
 * the front gardens and paths behind the back gardens.
 */
export function layCourtyard(draft: Draft, court: Courtyard) {
  const { axis, homes, name } = court;
  const numbers = numbering(name, 1, 1);
  const end = axis.length;
  /** Behind a long side, from the street to the path behind the far end. */
  const alley = (count: number) => ({ before: Math.max(2, end - count * WIDTH - 9), after: BEHIND - HALF + FRONT_OF_END });
  const shared = {
    width: WIDTH, front: HALF, depth: DEPTH, garden: GARDEN, frontGarden: 2.8, year: court.year, cluster: court.cluster,
    shape: court.shape, numbers, sheds: court.sheds, stagger: { every: 4, by: 1.1 }, storeys: 1.9,
  } satisfies Partial<Row>;

  layRow(draft, { ...shared, curve: axis, side: "left", from: end - homes.left * WIDTH, homes: homes.left, alley: alley(homes.left) });
  const across = straight([axis.at(end, HALF), axis.at(end, -HALF)]);
  const endWidth = homes.end * WIDTH;
  layRow(draft, {
    ...shared, curve: across, side: "left", from: (across.length - endWidth) / 2, homes: homes.end, front: FRONT_OF_END,
    alley: { before: BEHIND - endWidth / 2, after: BEHIND - endWidth / 2 },
  });
  layRow(draft, {
    ...shared, curve: axis, side: "right", from: end - homes.right * WIDTH, homes: homes.right, reversed: true, alley: alley(homes.right),
  });

  const start = end - Math.max(homes.left, homes.right) * WIDTH;
  drawLine(draft, "road", "yard", axis.part(0, end - 15), 4.6, name);
  const inner = axis.part(start + 5, end - 18);
  drawBand(draft, "green", "lawn", inner, 4.2, 12.6);
  drawBand(draft, "parking", "parking", inner.part(2, inner.length - 4), -2.4, -7.4);
  drawBand(draft, "green", "verge", inner, -9.2, -12.6);
  drawSurface(draft, "square", "playground", [axis.at(end - 15, 12.6), axis.at(end - 3, 12.6), axis.at(end - 3, -12.6), axis.at(end - 15, -12.6)]);
  plantAlong(draft, inner, 8.4, 11);
  plantAlong(draft, inner, -10.9, 14);

  const path = [
    axis.at(start + 2), axis.at(start + 2, 13.9), axis.at(end + 1, 13.9), axis.at(end + 1, -13.9), axis.at(start + 2, -13.9), axis.at(start + 2),
  ];
  drawLine(draft, "path", "foot", straight(path), 1.8);
}
