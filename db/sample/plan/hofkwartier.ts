import type { Curve, Point } from "../town/curve.ts";
import type { Draft } from "../town/draft.ts";
import { layCourtyard } from "../town/lay-courtyard.ts";
import { layRow, numbering, type Row } from "../town/lay-row.ts";
import { layRows, type Stretch } from "../town/lay-rows.ts";
import { bayAndKitchen, frontStorage, plain, squareBay, villa } from "../town/row-shapes.ts";
import { streets } from "./streets.ts";

/** From the place nearest to one point to the place nearest to another, less a margin (m) at either end. */
export function stretch(curve: Curve, from: Point, to: Point, margin: number): Pick<Stretch, "from" | "to"> {
  return { from: curve.nearest(from) + margin, to: curve.nearest(to) - margin };
}

/** Homes of Hofkwartier, cluster by cluster. */
export function layHofkwartier(draft: Draft) {
  layThirties(draft);
  layCourtyards(draft);
  laySeventies(draft);
  layWaterside(draft);
}

function layThirties(draft: Draft) {
  const { kastanjelaan, beukenstraat } = streets;
  const rows = {
    width: 5.9, front: 8.6, depth: 9, garden: 13, frontGarden: 3.6, cluster: "thirties", shape: bayAndKitchen, sheds: 0.7,
    storeys: 2, alley: { before: 1, after: 1 },
  } satisfies Partial<Row>;
  const odd = numbering("Kastanjelaan", 1);
  const east = { ...rows, curve: kastanjelaan, side: "left", numbers: odd } as const;
  layRows(draft, { ...east, year: 1931 }, { ...stretch(kastanjelaan, [72, 384], [67, 309], 4), blocks: [6, 5], gap: 3 });
  layRows(draft, { ...east, year: 1932 }, { ...stretch(kastanjelaan, [66, 288], [77, 128], 4), blocks: [6, 7, 6, 6], gap: 3 });
  const pairs = {
    curve: kastanjelaan, side: "right", width: 6.9, front: 10.4, depth: 9.8, garden: 26, frontGarden: 5.4, cluster: "thirties",
    sideGarden: 3.6, shape: squareBay, sheds: 0.75, storeys: 2, garages: 0.55, numbers: numbering("Kastanjelaan", 2),
  } satisfies Partial<Row>;
  layRows(draft, { ...pairs, year: 1933 }, { ...stretch(kastanjelaan, [72, 388], [70, 180], 6), blocks: [2, 2, 1, 2, 2, 2, 2, 1], gap: 7.4 });
  layRows(draft, { ...pairs, year: 1936 }, { ...stretch(kastanjelaan, [70, 178], [84, 92], 6), blocks: 2, gap: 7.4 });

  layRow(draft, {
    ...rows, curve: streets.kosterspad, side: "right", from: 12, homes: 4, width: 5.6, front: 3.4, depth: 7, garden: 7, frontGarden: 1.6,
    year: 1934, shape: plain, storeys: 1.5, sheds: 0.5, alley: { before: 0, after: 1 }, numbers: numbering("Kosterspad", 1, 1),
  });
  const cross = { ...rows, curve: beukenstraat, width: 5.7, front: 7.8, garden: 10.5, frontGarden: 2.6, year: 1936 } as const;
  layRows(draft, { ...cross, side: "left", numbers: numbering("Beukenstraat", 1) }, { ...stretch(beukenstraat, [108, 302], [237, 303], 0), blocks: [7, 8, 6], gap: 3 });
  layRows(draft, { ...cross, side: "right", numbers: numbering("Beukenstraat", 2) }, { ...stretch(beukenstraat, [108, 302], [237, 303], 0), blocks: [6, 8, 7], gap: 3 });
}

function layCourtyards(draft: Draft) {
  const shared = { cluster: "courtyards", sheds: 0.8 } as const;
  layCourtyard(draft, { ...shared, name: "Wevershof", axis: streets.wevershof, homes: { left: 15, right: 14, end: 6 }, year: 1974, shape: plain });
  layCourtyard(draft, { ...shared, name: "Smedenhof", axis: streets.smedenhof, homes: { left: 15, right: 14, end: 6 }, year: 1975, shape: plain });
  layCourtyard(draft, { ...shared, name: "Kuipershof", axis: streets.kuipershof, homes: { left: 12, right: 12, end: 6 }, year: 1977, shape: frontStorage, sheds: 0.5 });
}

function laySeventies(draft: Draft) {
  const { hofsingel, touwslagersstraat, zilversmidstraat, ambachtslaan } = streets;
  const rows = {
    width: 5.6, front: 8.2, depth: 9.2, garden: 11, frontGarden: 3.4, cluster: "seventies", shape: frontStorage, sheds: 0.72,
    storeys: 1.9, alley: { before: 4, after: 4 },
  } satisfies Partial<Row>;
  const singel = { ...rows, curve: hofsingel, side: "right", front: 8.6, numbers: numbering("Hofsingel", 1), shape: plain } as const;
  layRows(draft, { ...singel, year: 1978 }, { ...stretch(hofsingel, [484, 386], [492, 212], 2), blocks: [9, 9, 9], gap: 5 });
  layRows(draft, { ...singel, year: 1979 }, { ...stretch(hofsingel, [494, 186], [488, 96], 2), blocks: [8, 6], gap: 5 });

  const west = { ...rows, side: "right", stagger: { every: 3, by: 1.2 } } as const;
  const east = { ...rows, side: "left", alley: { before: 4, after: 4 } } as const;
  const north = stretch(zilversmidstraat, [424, 386], [436, 218], 2);
  layRows(draft, { ...west, curve: zilversmidstraat, year: 1976, numbers: numbering("Zilversmidstraat", 2) }, { ...north, blocks: [9, 9, 9], gap: 5 });
  layRows(draft, { ...east, curve: zilversmidstraat, year: 1976, numbers: numbering("Zilversmidstraat", 1) }, { ...north, blocks: [9, 9, 9], gap: 5 });
  const south = stretch(touwslagersstraat, [436, 192], [434, 104], 2);
  layRows(draft, { ...west, curve: touwslagersstraat, year: 1973, numbers: numbering("Touwslagersstraat", 2) }, { ...south, blocks: [7, 7], gap: 4 });
  layRows(draft, { ...east, curve: touwslagersstraat, year: 1973, numbers: numbering("Touwslagersstraat", 1) }, { ...south, blocks: [7, 7], gap: 4 });

  const avenue = { ...rows, curve: ambachtslaan, side: "left", garden: 10, numbers: numbering("Ambachtslaan", 21) } as const;
  layRows(draft, { ...avenue, year: 1972, stagger: { every: 2, by: -1 } }, { ...stretch(ambachtslaan, [266, 192], [253, 100], 0), blocks: [8, 7], gap: 4 });
}

function layWaterside(draft: Draft) {
  const { lindekade } = streets;
  const homes = {
    curve: lindekade, side: "right", front: 12, depth: 9.6, garden: 25, frontGarden: 7, cluster: "waterside", sheds: 0.6, storeys: 2, garages: 0.8,
    numbers: numbering("Lindekade", 2),
  } satisfies Partial<Row>;
  layRows(draft, { ...homes, width: 10.6, sideGarden: 5.2, shape: villa, year: 1986 }, { ...stretch(lindekade, [20, 76], [250, 74], 4), blocks: 1, gap: 12 });
  layRows(draft, { ...homes, width: 6.8, sideGarden: 4.6, shape: villa, year: 1984, storeys: 2.1 }, { ...stretch(lindekade, [252, 74], [484, 86], 4), blocks: 2, gap: 10 });
}
