import type { BagKind, BagOccurrence } from "./bag-occurrence.ts";
import { readPoint, readPolygon, type RdPolygon } from "./footprint.ts";

type Identified = { id: string; version: number };
export type PlaceRecord = Identified & { kind: "place"; name: string };
export type StreetRecord = Identified & { kind: "street"; name: string; placeId: string };
export type AddressRecord = Identified & {
  kind: "address";
  streetId: string;
  postcode: string | null;
  houseNumber: number;
  houseLetter: string | null;
  houseAddition: string | null;
};
/** `footprint` in EPSG:28992. */
export type BuildingRecord = Identified & { kind: "building"; status: string; builtYear: number | null; footprint: RdPolygon };
/** A dwelling, mooring or pitch; `x` and `y` in EPSG:28992, `areaM2` the usable floor area. */
export type UnitRecord = Identified & {
  kind: "dwelling" | "mooring" | "pitch";
  status: string;
  mainAddress: string;
  sideAddresses: string[];
  buildings: string[];
  purposes: string[];
  isHome: boolean;
  areaM2: number | null;
  x: number;
  y: number;
};
export type BagRecord = PlaceRecord | StreetRecord | AddressRecord | BuildingRecord | UnitRecord;

/** What became of one occurrence: kept, of the past or future, not in use, or broken (with the fault in words). */
export type Reading =
  | { outcome: "kept"; record: BagRecord }
  | { outcome: "not current" }
  | { outcome: "not in use"; reason: string }
  | { outcome: "broken"; reason: string };

const IN_USE: Readonly<Record<BagKind, ReadonlySet<string>>> = {
  place: new Set(["Woonplaats aangewezen"]),
  street: new Set(["Naamgeving uitgegeven"]),
  address: new Set(["Naamgeving uitgegeven"]),
  building: new Set(["Pand in gebruik", "Pand in gebruik (niet ingemeten)", "Verbouwing pand", "Pand buiten gebruik"]),
  dwelling: new Set([
    "Verblijfsobject in gebruik",
    "Verblijfsobject in gebruik (niet ingemeten)",
    "Verbouwing verblijfsobject",
    "Verblijfsobject buiten gebruik",
  ]),
  mooring: new Set(["Plaats aangewezen"]),
  pitch: new Set(["Plaats aangewezen"]),
};

/** Municipality (any, also a former one), the digits of the kind, and a number; places have a number of four digits. */
const ID: Readonly<Record<BagKind, RegExp>> = {
  place: /^\d{4}$/,
  street: /^\d{4}30\d{10}$/,
  address: /^\d{4}20\d{10}$/,
  building: /^\d{4}10\d{10}$/,
  dwelling: /^\d{4}01\d{10}$/,
  mooring: /^\d{4}02\d{10}$/,
  pitch: /^\d{4}03\d{10}$/,
};

/**
 * Judges one occurrence as of the date of the extract. Current is what was not withdrawn, has begun and has not ended;
 * in use is what stands or floats there now, also when it is being rebuilt or stands empty.
 * @param date StandTechnischeDatum of the file, yyyy-mm-dd
 * @param path the file, for the error about a wrong coordinate system
 * @throws ImportError when its geometry is not in EPSG:28992
 */
export function readOccurrence(object: BagOccurrence, date: string, path: string): Reading {
  if (object.withdrawn || !isValidOn(object, date)) return { outcome: "not current" };
  if (!IN_USE[object.kind].has(object.status)) return { outcome: "not in use", reason: object.status || "without a status" };
  if (!ID[object.kind].test(object.id)) return { outcome: "broken", reason: "has no valid identification" };
  const read = readRecord(object, `${path}: ${object.kind} ${object.id}`);
  return typeof read === "string" ? { outcome: "broken", reason: read } : { outcome: "kept", record: read };
}

/** Compares days only: yyyy-mm-dd, whether or not a time follows. */
function isValidOn(object: BagOccurrence, date: string): boolean {
  if (object.validFrom.slice(0, 10) > date) return false;
  return object.validUntil === "" || object.validUntil.slice(0, 10) > date;
}

function readRecord(object: BagOccurrence, label: string): BagRecord | string {
  const identified = { id: object.id, version: Number(object.version) || 0 };
  switch (object.kind) {
    case "place":
      return object.name ? { kind: "place", ...identified, name: object.name } : "has no name";
    case "street":
      return object.name ? { kind: "street", ...identified, name: object.name, placeId: object.place } : "has no name";
    case "address":
      return readAddress(object, identified);
    case "building": {
      const footprint = readPolygon(object.geometry, label);
      if (typeof footprint === "string") return footprint;
      return { kind: "building", ...identified, status: object.status, builtYear: builtYear(object.builtYear), footprint };
    }
    default:
      return readUnit(object, object.kind, identified, label);
  }
}

function readAddress(object: BagOccurrence, identified: Identified): AddressRecord | string {
  const houseNumber = Number(object.houseNumber);
  if (!/^\d{1,5}$/.test(object.houseNumber) || houseNumber === 0) return "has no valid house number";
  if (!object.street) return "has no street";
  return {
    kind: "address",
    ...identified,
    streetId: object.street,
    postcode: /^[1-9]\d{3}[A-Z]{2}$/.test(object.postcode) ? object.postcode : null,
    houseNumber,
    houseLetter: object.houseLetter || null,
    houseAddition: object.houseAddition || null,
  };
}

function readUnit(object: BagOccurrence, kind: UnitRecord["kind"], identified: Identified, label: string): UnitRecord | string {
  if (!object.mainAddress) return "has no main address";
  const point = readPoint(object.geometry, label);
  if (typeof point === "string") return point;
  return {
    kind,
    ...identified,
    status: object.status,
    mainAddress: object.mainAddress,
    sideAddresses: object.sideAddresses,
    buildings: object.buildings,
    purposes: object.purposes,
    isHome: kind !== "dwelling" || object.purposes.includes("woonfunctie"),
    areaM2: areaM2(object.area),
    x: point[0],
    y: point[1],
  };
}

/** oorspronkelijkBouwjaar; the register's placeholders 1005 and 9999, and what is no year, are unknown. */
export function builtYear(written: string): number | null {
  const year = Number(written);
  return /^\d{4}$/.test(written) && year > 1005 && year < 2200 ? year : null;
}

/** oppervlakte in m²; the register's placeholders 1, 99999 and 999990–999999, and what is no number, are unknown. */
export function areaM2(written: string): number | null {
  const area = Number(written);
  return /^\d{1,6}$/.test(written) && area > 1 && area !== 99_999 && area < 999_990 ? area : null;
}
