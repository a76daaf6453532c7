import type { Draft } from "../town/draft.ts";
import { layCourtyard } from "../town/lay-courtyard.ts";
import { numbering, type Row } from "../town/lay-row.ts";
import { layRows } from "../town/lay-rows.ts";
import { frontStorage, plain, recent, villa } from "../town/row-shapes.ts";
import { stretch } from "./hofkwartier.ts";
import { streets } from "./streets.ts";

/** Homes of Spoorzicht, cluster by cluster. */
export function laySpoorzicht(draft: Draft) {
  layFifties(draft);
  layEighties(draft);
  layNineties(draft);
  layNew(draft);
}

function layFifties(draft: Draft) {
  const { korenbloemstraat, klaproosstraat, akkerpad } = streets;
  const rows = {
    width: 5.8, front: 8, depth: 8.4, garden: 12, frontGarden: 3, cluster: "fifties", shape: plain, sheds: 0.82, storeys: 1.9,
    year: 1958, alley: { before: 4, after: 4 },
  } satisfies Partial<Row>;
  const flowers = stretch(korenbloemstraat, [572, 372], [575, 206], 0);
  layRows(draft, { ...rows, curve: korenbloemstraat, side: "right", numbers: numbering("Korenbloemstraat", 2) }, { ...flowers, blocks: [8, 9, 8], gap: 5 });
  layRows(draft, { ...rows, curve: korenbloemstraat, side: "left", numbers: numbering("Korenbloemstraat", 1) }, {
    ...stretch(korenbloemstraat, [572, 330], [575, 206], 0), blocks: [10, 10], gap: 5,
  });
  const poppies = stretch(klaproosstraat, [637, 330], [638, 207], 0);
  layRows(draft, { ...rows, curve: klaproosstraat, side: "right", numbers: numbering("Klaproosstraat", 2) }, { ...poppies, blocks: [10, 10], gap: 5 });
  layRows(draft, { ...rows, curve: klaproosstraat, side: "left", numbers: numbering("Klaproosstraat", 1) }, { ...poppies, blocks: [10, 10], gap: 5 });
  layRows(draft, { ...rows, curve: akkerpad, side: "left", garden: 11, numbers: numbering("Akkerpad", 1) }, { ...stretch(akkerpad, [604, 346], [690, 348], 0), blocks: [4, 4], gap: 6 });
}

function layEighties(draft: Draft) {
  const { margrietstraat } = streets;
  layCourtyard(draft, {
    name: "Boterbloemhof", axis: streets.boterbloemhof, homes: { left: 11, right: 11, end: 6 }, year: 1982, cluster: "eighties",
    shape: frontStorage, sheds: 0.55,
  });
  const rows = {
    curve: margrietstraat, width: 5.5, front: 8, depth: 9.4, garden: 10.5, frontGarden: 3.2, cluster: "eighties", shape: frontStorage,
    sheds: 0.6, storeys: 1.9, year: 1984, stagger: { every: 2, by: 1.3 }, alley: { before: 3, after: 3 },
  } satisfies Partial<Row>;
  layRows(draft, { ...rows, side: "right", numbers: numbering("Margrietstraat", 2) }, { ...stretch(margrietstraat, [666, 180], [668, 72], 0), blocks: [9, 8], gap: 5 });
  layRows(draft, { ...rows, side: "left", numbers: numbering("Margrietstraat", 1) }, { ...stretch(margrietstraat, [666, 180], [669, 134], 0), blocks: [7], gap: 5 });
  layRows(draft, { ...rows, side: "left", depth: 9, garden: 5.5, sheds: 0, alley: undefined, numbers: numbering("Margrietstraat", 15) }, { ...stretch(margrietstraat, [671, 111], [668, 70], 0), blocks: [6], gap: 5 });
  const station = { ...rows, curve: streets.stationsweg, width: 5.6, front: 9, year: 1983 } as const;
  layRows(draft, { ...station, side: "left", numbers: numbering("Stationsweg", 1) }, { ...stretch(streets.stationsweg, [674, 195], [750, 201], 0), blocks: [6, 6], gap: 5 });
  layRows(draft, { ...station, side: "right", numbers: numbering("Stationsweg", 2) }, { ...stretch(streets.stationsweg, [704, 198], [746, 201], 0), blocks: [7], gap: 5 });
}

function layNineties(draft: Draft) {
  const { oeverlaan } = streets;
  layRows(draft, {
    curve: oeverlaan, side: "right", width: 6.6, front: 12, depth: 10.2, garden: 24, frontGarden: 6, cluster: "nineties", shape: villa,
    sheds: 0.6, storeys: 2.1, garages: 0.85, sideGarden: 4.2, year: 1998, numbers: numbering("Oeverlaan", 2),
  }, { ...stretch(oeverlaan, [534, 78], [752, 60], 4), blocks: 2, gap: 9.5 });
}

function layNew(draft: Draft) {
  const { wisselspoor, spoorlaan } = streets;
  const rows = {
    width: 5.4, front: 7.4, depth: 10.6, garden: 9.5, frontGarden: 2.4, cluster: "recent", shape: recent, sheds: 0.9, storeys: 2.3,
    year: 2019, alley: { before: 2, after: 2 },
  } satisfies Partial<Row>;
  layRows(draft, { ...rows, curve: wisselspoor, side: "right", numbers: numbering("Wisselspoor", 2) }, { ...stretch(wisselspoor, [696, 121], [735, 120], 0), blocks: [7], gap: 4 });
  layRows(draft, { ...rows, curve: spoorlaan, side: "right", numbers: numbering("Spoorlaan", 2) }, { ...stretch(spoorlaan, [763, 112], [764, 74], 0), blocks: [6], gap: 4 });
}
