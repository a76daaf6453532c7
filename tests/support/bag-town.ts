import { writeFile } from "node:fs/promises";
import { rdToWgs84 } from "../../app/features/neighbourhood/import/rd-to-wgs84.ts";
import { bagId, berthXml, buildingXml, numberXml, placeXml, rectangle, streetXml, unitXml, type BagXml, type Occurrence, type UnitFields } from "./make-extract.ts";

/** South-west corner of the town in EPSG:28992; everything below is in metres from here. */
export const CORNER = { x: 131_000, y: 480_000 };
export const street = bagId("30", 1);
export const secondStreet = bagId("30", 2);

/** Neighbourhood west covers the first 200 m, east the next 200 m; 1 km to the north. */
export async function writeBoundaries(file: string, names: Record<string, string> = { BU0363SE02: "West", BU0363SE03: "Oost" }): Promise<string> {
  const features = Object.entries(names).map(([code, naam], index) => ({
    type: "Feature",
    properties: { cbsCode: code, naam },
    geometry: { type: "Polygon", coordinates: [rectangle(CORNER.x + index * 200, CORNER.y, 200, 1000).map(([x, y]) => rdToWgs84(x, y))] },
  }));
  await writeFile(file, JSON.stringify({ type: "FeatureCollection", features }));
  return file;
}

export const boundaryFields = { codeField: "cbsCode", nameField: "naam", year: 2022 };

/** A building of 5 by 10 m with one home, both numbered n, on its address n; further fields replace those of the home. */
export function house(n: number, x: number, y: number, unit: Partial<UnitFields> = {}, when: Occurrence = {}): BagXml[] {
  return [
    building(n, x, y),
    numberXml(bagId("20", n), { street, number: n }),
    unitXml(bagId("01", n), { main: bagId("20", n), at: [CORNER.x + x + 2, CORNER.y + y + 5], buildings: [bagId("10", n)], ...unit }, when),
  ];
}

export function building(n: number, x: number, y: number, width = 5, when: Occurrence = {}, year: number | string = 1980): BagXml {
  return buildingXml(bagId("10", n), [rectangle(CORNER.x + x, CORNER.y + y, width, 10)], { year }, when);
}

/** One more home in an existing building. */
export function homeIn(n: number, buildings: number[], x: number, y: number, unit: Partial<UnitFields> = {}): BagXml[] {
  return [
    numberXml(bagId("20", n), { street: secondStreet, number: n }),
    unitXml(bagId("01", n), { main: bagId("20", n), at: [CORNER.x + x, CORNER.y + y], buildings: buildings.map((each) => bagId("10", each)), ...unit }),
  ];
}

export const streets: BagXml[] = [placeXml("1012", "Weesp"), streetXml(street, "Achtergracht"), streetXml(secondStreet, "Nieuwstraat")];

/** Every type of dwelling, and what surrounds them. */
export const town: BagXml[] = [
  ...streets,
  // 1–4: a row in the west. 5 and 6: semi-detached. 7: detached, with shed 8 against it.
  ...house(1, 10, 10), ...house(2, 15, 10), ...house(3, 20, 10), ...house(4, 25, 10),
  ...house(5, 50, 10), ...house(6, 55, 10),
  ...house(7, 80, 10), building(8, 85, 10),
  // 9: three homes in a block; house 10 stands against it. 11: a home above a shop.
  building(9, 100, 10, 20), ...homeIn(91, [9], 105, 15), ...homeIn(92, [9], 110, 15), ...homeIn(93, [9], 115, 15), ...house(10, 120, 10),
  ...house(11, 150, 10), ...homeIn(111, [11], 152, 15, { purposes: ["winkelfunctie"] }),
  // 12 and 13: one home in a house and its shed, of which the shed is named first. 14: a home in a building that may be pulled down. 15: outside of every boundary.
  building(12, 10, 50), building(13, 15, 50, 2), ...homeIn(120, [13, 12], 12, 55),
  ...house(14, 30, 50).map((each) => (each.kind === "PND" ? building(14, 30, 50, 5, { status: "Sloopvergunning verleend" }) : each)),
  ...house(15, 900, 10),
  // In the east: 16 of an unknown year and area, with a second address; a mooring, a pitch, and an office.
  building(16, 250, 10, 5, {}, 1005),
  ...homeIn(160, [16], 252, 15, { sides: [bagId("20", 161)], area: 999_999 }), numberXml(bagId("20", 161), { street, number: 161, letter: "a", addition: "bis", postcode: "" }),
  numberXml(bagId("20", 170), { street, number: 170 }), berthXml("LIG", bagId("02", 170), { main: bagId("20", 170), ring: rectangle(CORNER.x + 260, CORNER.y + 10, 20, 5) }),
  numberXml(bagId("20", 180), { street, number: 180 }), berthXml("STA", bagId("03", 180), { main: bagId("20", 180), ring: rectangle(CORNER.x + 290, CORNER.y + 10, 10, 5) }),
  building(19, 320, 10), ...homeIn(190, [19], 322, 15, { purposes: ["kantoorfunctie", "overige gebruiksfunctie"] }),
  // An address that nothing uses.
  numberXml(bagId("20", 999), { street, number: 999 }),
];
