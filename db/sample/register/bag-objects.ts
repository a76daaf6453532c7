import type { Random } from "../random.ts";
import type { Building, Unit } from "../town/town.ts";
import {
  bagObject, field, identification, occurrence, point, polygon, reference, type Occurrence,
} from "./bag-xml.ts";
import { MUNICIPALITY, type Identified } from "./identify.ts";

/** What changed before: the part of objects that has an earlier occurrence, which importers must leave out. */
const SHARE_WITH_HISTORY = 0.06;
const START_OF_REGISTER = "2010-06-14";

const document = (date: string, number: string) =>
  `${field("geconstateerd", "N")}${field("documentdatum", date)}${field("documentnummer", number)}`;

/** The occurrences of one object: sometimes an earlier one, then the current one. */
function occurrences(random: Random, first: string): [earlier: Occurrence | undefined, current: Occurrence] {
  if (!random.chance(SHARE_WITH_HISTORY)) return [undefined, { number: 1, from: first }];
  const change = `${random.whole(2016, 2022)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`;
  return first < change ? [{ number: 1, from: first, until: change }, { number: 2, from: change }] : [undefined, { number: 1, from: first }];
}

const registeredOn = (year: number) => (year >= 2010 && year <= 2023 ? `${year}-09-02` : START_OF_REGISTER);

/** Buildings (pand): those with an earlier occurrence had another outline then, before somebody built on. */
export function buildingObjects(ids: Identified, random: Random): string[] {
  const write = (building: Building, when: Occurrence, status: string, ring = building.ring) =>
    bagObject(
      "Pand",
      identification("Pand", ids.building(building)) +
        `<Objecten:geometrie>${polygon(ring, 3)}</Objecten:geometrie>` +
        field("oorspronkelijkBouwjaar", building.year) +
        field("status", status) +
        document(when.from, `B&W-${when.from.slice(0, 4)}-${building.units[0]?.number ?? 0}`) +
        occurrence(when),
    );
  return ids.town.buildings.flatMap((building) => {
    if (building.status === "Pand gesloopt") {
      return [
        write(building, { number: 1, from: START_OF_REGISTER, until: "2016-11-21" }, "Pand in gebruik"),
        write(building, { number: 2, from: "2016-11-21" }, building.status),
      ];
    }
    const [earlier, current] = occurrences(random, registeredOn(building.year));
    const before = building.ring.length > 6 ? building.ring.filter((_, i) => i % 2 === 0 || i === building.ring.length - 1) : building.ring;
    return [
      ...(earlier ? [write(building, earlier, "Pand in gebruik", before)] : []),
      write(building, current, building.status),
    ];
  });
}

/** Units (verblijfsobject), each with its main address and the buildings that it is part of. */
export function unitObjects(ids: Identified, random: Random): string[] {
  const write = (building: Building, unit: Unit, when: Occurrence, area: number, status: string) =>
    bagObject(
      "Verblijfsobject",
      reference("heeftAlsHoofdadres", "Nummeraanduiding", [ids.address(unit)]) +
        occurrence(when) +
        (unit.alsoAt ? reference("heeftAlsNevenadres", "Nummeraanduiding", [ids.secondAddress(unit)]) : "") +
        identification("Verblijfsobject", ids.unit(unit)) +
        `<Objecten:geometrie>${point(unit.point)}</Objecten:geometrie>` +
        unit.purposes.map((purpose) => field("gebruiksdoel", purpose)).join("") +
        field("oppervlakte", area) +
        field("status", status) +
        document(when.from, `B&W-${when.from.slice(0, 4)}-${unit.number}`) +
        reference("maaktDeelUitVan", "Pand", [building, ...(unit.alsoIn ?? [])].map(ids.building)),
    );
  return ids.town.buildings.flatMap((building) =>
    building.units.flatMap((unit) => {
      const status = unit.status === "ingetrokken" ? "Verblijfsobject ingetrokken" : `Verblijfsobject ${unit.status}`;
      const [earlier, current] = occurrences(random, registeredOn(building.year));
      return [
        ...(earlier ? [write(building, unit, earlier, Math.max(1, unit.area - random.whole(4, 18)), "Verblijfsobject in gebruik")] : []),
        write(building, unit, current, unit.area, status),
      ];
    }),
  );
}

/** Addresses (nummeraanduiding); one street had other postcodes before. */
export function addressObjects(ids: Identified): string[] {
  const write = (id: string, door: Pick<Unit, "street" | "number" | "letter" | "addition" | "postcode">, when: Occurrence, status: string) =>
    bagObject(
      "Nummeraanduiding",
      identification("Nummeraanduiding", id) +
        field("huisnummer", door.number) +
        field("huisletter", door.letter) +
        field("huisnummertoevoeging", door.addition) +
        field("postcode", door.postcode) +
        field("typeAdresseerbaarObject", "Verblijfsobject") +
        field("status", status) +
        document(when.from, `B&W-${when.from.slice(0, 4)}-${door.number}`) +
        occurrence(when) +
        reference("ligtAan", "Openbareruimte", [ids.street(door.street)], "OpenbareRuimte"),
    );
  return ids.town.buildings.flatMap(({ units, year }) =>
    units.flatMap((unit) => {
      const status = unit.status === "ingetrokken" ? "Naamgeving ingetrokken" : "Naamgeving uitgegeven";
      const first = registeredOn(year);
      const moved = unit.street === "Zilversmidstraat";
      return [
        ...(moved ? [write(ids.address(unit), { ...unit, postcode: `${unit.postcode.slice(0, 4)}ZZ` }, { number: 1, from: first, until: "2013-04-01" }, status)] : []),
        write(ids.address(unit), unit, moved ? { number: 2, from: "2013-04-01" } : { number: 1, from: first }, status),
        ...(unit.alsoAt ? [write(ids.secondAddress(unit), unit.alsoAt, { number: 1, from: first }, status)] : []),
      ];
    }),
  );
}

/** Streets (openbare ruimte); one of them was renamed. */
export function streetObjects(ids: Identified): string[] {
  const write = (name: string, id: string, when: Occurrence) =>
    bagObject(
      "OpenbareRuimte",
      identification("Openbareruimte", id) +
        field("naam", name) +
        field("type", "Weg") +
        field("status", "Naamgeving uitgegeven") +
        document(when.from, "B&W-2009-114") +
        reference("ligtIn", "Woonplaats", [MUNICIPALITY.place]) +
        occurrence(when),
    );
  return ids.town.streets.flatMap((name) =>
    name === "Ambachtslaan"
      ? [
          write("Nieuwe Molenlaan", ids.street(name), { number: 1, from: "2009-12-16", until: "2012-01-01" }),
          write(name, ids.street(name), { number: 2, from: "2012-01-01" }),
        ]
      : [write(name, ids.street(name), { number: 1, from: "2009-12-16" })],
  );
}

/** The one place (woonplaats), as wide as its neighbourhoods together and some fields around them. */
export function placeObjects(ids: Identified): string[] {
  const all = ids.town.neighbourhoods.flatMap(({ ring }) => ring);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs) - 300, Math.max(...xs) + 300, Math.min(...ys) - 300, Math.max(...ys) + 300];
  const outline = polygon([[west, south], [east, south], [east, north], [west, north], [west, south]], 2);
  const contents =
    identification("Woonplaats", MUNICIPALITY.place) +
    field("naam", MUNICIPALITY.name) +
    `<Objecten:geometrie><Objecten:vlak>${outline}</Objecten:vlak></Objecten:geometrie>` +
    field("status", "Woonplaats aangewezen") +
    document("2006-12-19", "2006/11709") +
    occurrence({ number: 1, from: "2007-01-01" });
  return [bagObject("Woonplaats", contents)];
}

/** What was taken out of the register again: a mistake of one day, and a building that never should have been in it. */
export function withdrawnObjects(ids: Identified): { inactiveUnit: string; outsideRegister: string } {
  const building = ids.town.buildings.find(({ kind }) => kind === "shed") as Building;
  const home = ids.town.buildings.find(({ units }) => units.length === 1) as Building;
  const unit = home.units[0] as Unit;
  return {
    inactiveUnit: bagObject(
      "Verblijfsobject",
      reference("heeftAlsHoofdadres", "Nummeraanduiding", [ids.address(unit)]) +
        occurrence({ number: 1, from: START_OF_REGISTER, until: START_OF_REGISTER, ended: "inactive" }) +
        identification("Verblijfsobject", ids.unit(unit)) +
        `<Objecten:geometrie>${point(unit.point)}</Objecten:geometrie>${field("gebruiksdoel", "winkelfunctie")}${field("oppervlakte", 12)}` +
        field("status", "Verblijfsobject in gebruik") + document(START_OF_REGISTER, "B&W-2010-3") +
        reference("maaktDeelUitVan", "Pand", [ids.building(home)]),
    ),
    outsideRegister: bagObject(
      "Pand",
      identification("Pand", `${MUNICIPALITY.digits}100000099001`) +
        `<Objecten:geometrie>${polygon(building.ring, 3)}</Objecten:geometrie>${field("oorspronkelijkBouwjaar", 9999)}${field("status", "Pand in gebruik")}` +
        document(START_OF_REGISTER, "B&W-2010-4") +
        occurrence({ number: 1, from: START_OF_REGISTER, ended: "not-bag" }),
    ),
  };
}
