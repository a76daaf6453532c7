import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";

/** The publisher's abbreviations of the kinds of objects, which are in the names of its files. */
export type BagFileKind = "WPL" | "OPR" | "NUM" | "PND" | "VBO" | "LIG" | "STA";
export type BagXml = { kind: BagFileKind; xml: string };

/** What may be said of any occurrence. Dates as yyyy-mm-dd; `extra` is XML of Historie elements. */
export type Occurrence = { status?: string; version?: number; from?: string; until?: string; extra?: string };

export type ExtractPlan = {
  objects: BagXml[];
  /** Four digits of the municipality; null for the whole country. */
  municipality?: string | null;
  date?: string;
  /** Whether inner zips are compressed once more, as in a municipality's extract. */
  compressInner?: boolean;
  /** Puts the files in the opposite order. */
  reversed?: boolean;
  /** How many objects go into one file. */
  objectsPerFile?: number;
  /** Other files in the outer zip. */
  others?: Record<string, string>;
};

const NAMESPACES = ["Objecten", "Objecten-ref", "Historie", "sl-bag-extract", "sl", "selecties-extract"]
  .map((prefix) => `xmlns:${prefix}="http://www.kadaster.nl/schemas/lvbag/test/${prefix}/v20200601"`)
  .join(" ");

/** An identification of sixteen digits: municipality, type and number. */
export function bagId(type: "01" | "02" | "03" | "10" | "20" | "30", number: number, municipality = "0457"): string {
  return `${municipality}${type}${String(number).padStart(10, "0")}`;
}

export function placeXml(id: string, name: string, when: Occurrence = {}): BagXml {
  return { kind: "WPL", xml: object("Woonplaats", id, { status: "Woonplaats aangewezen", ...when }, field("naam", name)) };
}

export function streetXml(id: string, name: string, place = "1012", when: Occurrence = {}): BagXml {
  return { kind: "OPR", xml: object("OpenbareRuimte", id, { status: "Naamgeving uitgegeven", ...when }, field("naam", name) + reference("ligtIn", "WoonplaatsRef", place)) };
}

export type NumberFields = { street: string; number: number | string; postcode?: string; letter?: string; addition?: string };

export function numberXml(id: string, { street, number, postcode = "1381AB", letter, addition }: NumberFields, when: Occurrence = {}): BagXml {
  const fields = [field("huisnummer", number), letter && field("huisletter", letter), addition && field("huisnummertoevoeging", addition), postcode && field("postcode", postcode)];
  return { kind: "NUM", xml: object("Nummeraanduiding", id, { status: "Naamgeving uitgegeven", ...when }, fields.join("") + reference("ligtAan", "OpenbareRuimteRef", street)) };
}

/** `rings` as positions in EPSG:28992, outer ring first. */
export function buildingXml(id: string, rings: [number, number][][], fields: { year?: number | string; crs?: string } = {}, when: Occurrence = {}): BagXml {
  const { year = 1980, crs } = fields;
  return { kind: "PND", xml: object("Pand", id, { status: "Pand in gebruik", ...when }, `<Objecten:geometrie>${polygonXml(rings, crs)}</Objecten:geometrie>${field("oorspronkelijkBouwjaar", year)}`) };
}

export type UnitFields = { main: string; sides?: string[]; at?: [number, number]; buildings?: string[]; purposes?: string[]; area?: number | string; geometry?: string };

export function unitXml(id: string, { main, sides = [], at = [0, 0], buildings = [], purposes = ["woonfunctie"], area = 100, geometry }: UnitFields, when: Occurrence = {}): BagXml {
  const point = geometry ?? `<Objecten:punt><gml:Point srsName="urn:ogc:def:crs:EPSG::28992" srsDimension="3"><gml:pos>${at.join(" ")} 0.0</gml:pos></gml:Point></Objecten:punt>`;
  const fields = [
    addresses(main, sides), `<Objecten:geometrie>${point}</Objecten:geometrie>`, ...purposes.map((purpose) => field("gebruiksdoel", purpose)),
    field("oppervlakte", area), ...buildings.map((building) => reference("maaktDeelUitVan", "PandRef", building)),
  ];
  return { kind: "VBO", xml: object("Verblijfsobject", id, { status: "Verblijfsobject in gebruik", ...when }, fields.join("")) };
}

/** A mooring (LIG) or a pitch (STA). */
export function berthXml(kind: "LIG" | "STA", id: string, { main, ring }: { main: string; ring: [number, number][] }, when: Occurrence = {}): BagXml {
  const element = kind === "LIG" ? "Ligplaats" : "Standplaats";
  return { kind, xml: object(element, id, { status: "Plaats aangewezen", ...when }, `${addresses(main, [])}<Objecten:geometrie>${polygonXml([ring])}</Objecten:geometrie>`) };
}

export function polygonXml(rings: [number, number][][], crs = "urn:ogc:def:crs:EPSG::28992"): string {
  const written = rings.map((ring, index) => {
    const side = index === 0 ? "exterior" : "interior";
    const positions = ring.map(([x, y]) => `${x} ${y} 0.0`).join(" ");
    return `<gml:${side}><gml:LinearRing><gml:posList count="${ring.length}">${positions}</gml:posList></gml:LinearRing></gml:${side}>`;
  });
  return `<gml:Polygon srsName="${crs}" srsDimension="3">${written.join("")}</gml:Polygon>`;
}

/** A closed rectangle from its south-west corner, in metres. */
export function rectangle(x: number, y: number, width: number, depth: number): [number, number][] {
  return [[x, y], [x + width, y], [x + width, y + depth], [x, y + depth], [x, y]];
}

/** One XML file as the publisher writes it. */
export function bagFile(kind: BagFileKind, objects: string[], municipality: string | null, date: string): string {
  const area = municipality
    ? `<selecties-extract:Gebied-GEM><selecties-extract:GemeenteCollectie><selecties-extract:Gemeente><selecties-extract:GemeenteIdentificatie>${municipality}</selecties-extract:GemeenteIdentificatie></selecties-extract:Gemeente></selecties-extract:GemeenteCollectie></selecties-extract:Gebied-GEM>`
    : "<selecties-extract:Gebied-NLD/>";
  const stands = objects.map((xml) => `<sl:stand><sl-bag-extract:bagObject>${xml}</sl-bag-extract:bagObject></sl:stand>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<sl-bag-extract:bagStand ${NAMESPACES} xmlns:gml="http://www.opengis.net/gml/3.2">
  <sl-bag-extract:bagInfo><selecties-extract:Gebied-Registratief>${area}</selecties-extract:Gebied-Registratief>
    <selecties-extract:LVC-Extract><selecties-extract:StandTechnischeDatum>${date}</selecties-extract:StandTechnischeDatum></selecties-extract:LVC-Extract></sl-bag-extract:bagInfo>
  <sl:standBestand><sl:dataset>LVBAG</sl:dataset><sl:inhoud><sl:objectTypen><sl:objectType>${kind}</sl:objectType></sl:objectTypen></sl:inhoud>${stands.join("")}</sl:standBestand>
</sl-bag-extract:bagStand>`;
}

/** Writes a BAG extract: one zip per kind in an outer zip, several XML files in each when there are many objects. */
export async function writeExtract(file: string, plan: ExtractPlan): Promise<string> {
  const { objects, municipality = "0457", date = "2024-01-15", compressInner = false, reversed = false, objectsPerFile = 10_000, others = {} } = plan;
  const stamp = date.split("-").reverse().join("");
  const prefix = municipality ?? "9999";
  const outer = new yazl.ZipFile();
  const kinds = [...new Set(objects.map(({ kind }) => kind))];
  if (reversed) kinds.reverse();
  for (const kind of kinds) {
    const ofKind = objects.filter((each) => each.kind === kind).map(({ xml }) => xml);
    if (reversed) ofKind.reverse();
    const inner = new yazl.ZipFile();
    for (let first = 0, number = 1; first < ofKind.length; first += objectsPerFile, number++) {
      const text = bagFile(kind, ofKind.slice(first, first + objectsPerFile), municipality, date);
      inner.addBuffer(Buffer.from(text), `${prefix}${kind}${stamp}-${String(number).padStart(6, "0")}.xml`);
    }
    inner.end();
    outer.addBuffer(await bytesOf(inner), `${prefix}${kind}${stamp}.zip`, { compress: compressInner });
  }
  for (const [name, text] of Object.entries(others)) outer.addBuffer(Buffer.from(text), name);
  outer.end();
  await pipeline(outer.outputStream, createWriteStream(file));
  return file;
}

async function bytesOf(zip: yazl.ZipFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function object(element: string, id: string, when: Occurrence, fields: string): string {
  const { status = "", version = 1, from = "2010-01-01", until, extra = "" } = when;
  const history = `<Historie:Voorkomen><Historie:voorkomenidentificatie>${version}</Historie:voorkomenidentificatie><Historie:beginGeldigheid>${from}</Historie:beginGeldigheid>${until ? `<Historie:eindGeldigheid>${until}</Historie:eindGeldigheid>` : ""}${extra}</Historie:Voorkomen>`;
  return `<Objecten:${element}><Objecten:identificatie domein="NL.IMBAG.${element}">${id}</Objecten:identificatie>${fields}${field("status", status)}<Objecten:voorkomen>${history}</Objecten:voorkomen></Objecten:${element}>`;
}

function field(name: string, value: string | number): string {
  return `<Objecten:${name}>${String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;")}</Objecten:${name}>`;
}

function reference(role: string, name: string, id: string): string {
  return `<Objecten:${role}><Objecten-ref:${name} domein="NL.IMBAG">${id}</Objecten-ref:${name}></Objecten:${role}>`;
}

function addresses(main: string, sides: string[]): string {
  return [reference("heeftAlsHoofdadres", "NummeraanduidingRef", main), ...sides.map((side) => reference("heeftAlsNevenadres", "NummeraanduidingRef", side))].join("");
}
