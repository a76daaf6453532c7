import { expect, test } from "vitest";
import { bagFile, bagId, buildingXml, numberXml, rectangle, unitXml, type BagXml } from "../../../../tests/support/make-extract.ts";
import type { BagOccurrence } from "./bag-occurrence.ts";
import { BagXmlReader } from "./bag-xml-reader.ts";

function read(xml: string, pieceBytes = 1000): { found: BagOccurrence[]; reader: BagXmlReader } {
  const found: BagOccurrence[] = [];
  const reader = new BagXmlReader("file.xml", (object) => found.push(object));
  const bytes = Buffer.from(xml);
  for (let at = 0; at < bytes.length; at += pieceBytes) reader.write(bytes.subarray(at, at + pieceBytes));
  reader.end();
  return { found, reader };
}

const file = ({ kind, xml }: BagXml, municipality: string | null = "0457") => bagFile(kind, [xml], municipality, "2024-01-15");
const dwelling = unitXml(
  bagId("01", 1),
  { main: bagId("20", 1), sides: [bagId("20", 2), bagId("20", 3)], at: [131_000.5, 480_000], buildings: [bagId("10", 2), bagId("10", 1)], purposes: ["woonfunctie", "winkelfunctie"], area: 87 },
  { version: 3, from: "2019-02-01" },
);

test.each([1, 7, 100_000])("reads a dwelling from pieces of %i bytes", (bytes) => {
  expect(read(file(dwelling), bytes).found).toEqual([
    {
      kind: "dwelling", id: bagId("01", 1), status: "Verblijfsobject in gebruik", version: "3", validFrom: "2019-02-01", validUntil: "", withdrawn: false,
      name: "", builtYear: "", area: "87", purposes: ["woonfunctie", "winkelfunctie"], postcode: "", houseNumber: "", houseLetter: "", houseAddition: "",
      mainAddress: bagId("20", 1), sideAddresses: [bagId("20", 2), bagId("20", 3)], buildings: [bagId("10", 2), bagId("10", 1)], street: "", place: "",
      geometry: { type: "Point", crs: "urn:ogc:def:crs:EPSG::28992", dimension: 3, rings: ["131000.5 480000 0.0"] },
    },
  ]);
});

test("tells the area and the date of the file", () => {
  expect(read(file(dwelling)).reader.head).toEqual({ holdsObjects: true, municipalities: ["GM0457"], date: "2024-01-15" });
  expect(read(file(dwelling, null)).reader.head.municipalities).toEqual([]);
});

test("reads every ring of a building", () => {
  const rings = [rectangle(131_000, 480_000, 10, 10), rectangle(131_002, 480_002, 2, 2)];
  expect(read(file(buildingXml(bagId("10", 1), rings))).found[0]!.geometry!.rings).toHaveLength(2);
});

test("decodes what is escaped, and keeps letters that take more than a byte", () => {
  const number = numberXml(bagId("20", 1), { street: bagId("30", 1), number: 1, addition: "<É&" });
  expect(read(file(number), 3).found[0]!.houseAddition).toBe("<É&");
});

test.each(["eindRegistratie", "tijdstipInactief", "tijdstipInactiefLV", "tijdstipNietBagLV", "tijdstipEindRegistratieLV"])("sees that an occurrence was withdrawn by %s", (element) => {
  const extra = `<Historie:BeschikbaarLV><Historie:${element}>2020-01-01T00:00:00.000</Historie:${element}></Historie:BeschikbaarLV>`;
  expect(read(file(buildingXml(bagId("10", 1), [rectangle(0, 0, 1, 1)], {}, { extra }))).found[0]!.withdrawn).toBe(true);
});

test("passes over disputes, the delivery note and the table of places", () => {
  const disputed = file(dwelling).replaceAll("sl-bag-extract:bagObject>", "sl-bag-extract:kenmerkInOnderzoek>");
  expect(read(disputed).found).toEqual([]);
  const note = '<xb:BAG-Extract-Levering xmlns:xb="http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601"><xb:x/></xb:BAG-Extract-Levering>';
  expect(read(note).reader.head.holdsObjects).toBe(false);
});

test.each([
  ["other XML", "<gpx><wpt/></gpx>", "file.xml: is not a BAG 2.0 extract (its root element is <gpx>)"],
  ["the former BAG", '<xb:BAG-Extract-Deelbestand-LVC xmlns:xb="http://www.kadaster.nl/schemas/bag-verstrekkingen/extract-deelbestand-lvc/v20090901"/>', "file.xml: is not a BAG 2.0 extract (its root element is <xb:BAG-Extract-Deelbestand-LVC>)"],
  ["mutations", '<ml:bagMutaties xmlns:ml="http://www.kadaster.nl/schemas/lvbag/extract-mutaties/v20200601"/>', "file.xml: holds mutations; import the whole extract (stand) instead"],
  ["an unknown kind of object", file({ kind: "VBO", xml: "<Objecten:Terrein/>" }), "file.xml: has an object of an unknown kind <Terrein>"],
  ["no XML", "PK\u0003\u0004", "file.xml: is not well-formed XML, line 1: it has no root element"],
])("refuses %s", (_, xml, message) => {
  expect(() => read(xml)).toThrow(message);
});

test("names the line and the record where XML is broken", () => {
  const broken = file(dwelling).replace("</Objecten:oppervlakte>", "</Objecten:oppervlak>");
  expect(() => read(broken)).toThrow(`file.xml: is not well-formed XML, line 5: </Objecten:oppervlak> closes <Objecten:oppervlakte>, in dwelling ${bagId("01", 1)}`);
  expect(() => read(file(dwelling).slice(0, -20))).toThrow("it ends before </sl-bag-extract:bagStand>");
});
