import { type CsvRecord } from "./csv-reader.ts";
import { nameOf, type LabelColumn, type LabelColumns } from "./label-columns.ts";

/** Why a row is not the label of a home here; the summary counts them and names no address. */
export const leftOutReasons = [
  "a permit, no label yet",
  "a utility building",
  "no class of building",
  "no class of energy",
  "a project without an address",
  "a part of an address without a number of its own in the BAG",
  "not a home in the register",
  "a home that has ended",
  "an address of several homes",
  "an older label of a home with a newer one",
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** What a row is about: an identification in the BAG, or else an address. */
export type LabelSubject = { id: string } | { postcode: string; houseNumber: number; suffix: string };

/** One label as the register gives it. Dates as yyyy-mm-dd; null is unknown. */
export type Label = {
  subject: LabelSubject;
  recordedOn: string | null;
  registeredOn: string | null;
  validUntil: string | null;
  energyClass: string;
  method: string | null;
  /** kWh per m² per year; of labels by NTA 8800 only. */
  kwhPerM2Year: number | null;
  /** MJ per year for the whole home; of labels by older methods only. */
  mjPerYear: number | null;
  /** m², the usable area of the thermal zone. */
  areaM2: number | null;
  buildingType: string | null;
};

/** The value of a column is not what it must be. */
export class WrongValue extends Error {}

const CLASS = /^(A\+{0,5}|[B-G])$/;
const NUMBER = /^-?\d{1,9}(,\d{1,9})?$/;
const V = new Set(Buffer.from("Vv"));
const U = new Set(Buffer.from("Uu"));
/** Its figures are filled up with 0,00: it derives a class from a few answers and calculates nothing. */
const CALCULATES_NOTHING = /^Rekenmethodiek Definitief Energielabel/i;
const CALCULATES_PER_M2 = /^NTA\s*8800/i;

/**
 * What a row is about, or why it is not the label of a home. Nothing else of the row is judged yet: most rows are about
 * homes elsewhere, and what is not kept needs not be right.
 */
export function subjectOf(record: CsvRecord, columns: LabelColumns): LabelSubject | LeftOut {
  if (V.has(record.firstByte(columns.status)) && /^vergunning/i.test(record.text(columns.status))) return "a permit, no label yet";
  const building = record.firstByte(columns.buildingClass);
  if (building === 0) return "no class of building";
  if (U.has(building)) return "a utility building";
  const id = record.text(columns.dwellingId) || record.text(columns.mooringId) || record.text(columns.pitchId);
  if (id) return { id };
  const postcode = record.text(columns.postcode).replaceAll(" ", "").toUpperCase();
  const number = record.text(columns.houseNumber);
  if (!/^[1-9]\d{3}[A-Z]{2}$/.test(postcode) || !/^[1-9]\d{0,4}$/.test(number)) return "a project without an address";
  if (record.text(columns.part)) return "a part of an address without a number of its own in the BAG";
  return { postcode, houseNumber: Number(number), suffix: suffixOf(record, columns) };
}

/** The rest of the row. @throws WrongValue that names the column, when it is not as the publisher describes it */
export function readLabel(record: CsvRecord, columns: LabelColumns, subject: LabelSubject): Label | LeftOut {
  const building = record.text(columns.buildingClass);
  if (!/^w/i.test(building)) throw new WrongValue(`${nameOf("buildingClass")} "${shown(building)}" is neither W nor U`);
  const recordedOn = dateIn(record, columns, "recordedOn");
  const registeredOn = dateIn(record, columns, "registeredOn");
  const validUntil = dateIn(record, columns, "validUntil");
  const areaM2 = numberIn(record, columns, "area");
  const energy = numberIn(record, columns, "energy");
  const energyClass = record.text(columns.energyClass);
  if (energyClass === "") return "no class of energy";
  if (!CLASS.test(energyClass)) throw new WrongValue(`${nameOf("energyClass")} "${shown(energyClass)}" is not a class from A+++++ to G`);
  const method = record.text(columns.method);
  const buildingType = record.text(columns.buildingType);
  if (buildingType.includes("\uFFFD")) throw new WrongValue(`${nameOf("buildingType")} is not written in UTF-8`);
  const perM2 = CALCULATES_PER_M2.test(method);
  const perYear = method !== "" && !perM2 && !(CALCULATES_NOTHING.test(method) && energy === 0);
  return {
    subject, recordedOn, registeredOn, validUntil, energyClass,
    method: method || null,
    kwhPerM2Year: perM2 ? energy : null,
    mjPerYear: perYear ? energy : null,
    areaM2: areaM2 !== null && areaM2 > 0 ? areaM2 : null,
    buildingType: buildingType || null,
  };
}

/** Letter and addition as one text; where the layout has them in one column, without what stands between them. */
function suffixOf(record: CsvRecord, columns: LabelColumns): string {
  const addition = record.text(columns.houseAddition).toUpperCase();
  if (columns.houseLetter < 0) return addition.replace(/[^0-9A-Z]/g, "");
  return `${record.text(columns.houseLetter).toUpperCase()}|${addition}`;
}

function dateIn(record: CsvRecord, columns: LabelColumns, column: LabelColumn): string | null {
  const written = record.text(columns[column]);
  if (written === "") return null;
  const found = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(written);
  const date = found ? `${found[1]}-${found[2]}-${found[3]}` : "";
  if (!isDate(date)) throw new WrongValue(`${nameOf(column)} "${shown(written)}" is not a date (YYYYMMDD)`);
  return date;
}

/** Whether a text such as 2026-02-29 is a day of the calendar. */
export function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

function numberIn(record: CsvRecord, columns: LabelColumns, column: LabelColumn): number | null {
  const written = record.text(columns[column]);
  if (written === "") return null;
  if (!NUMBER.test(written)) throw new WrongValue(`${nameOf(column)} "${shown(written)}" is not a number with a decimal comma`);
  return Number(written.replace(",", "."));
}

const shown = (text: string) => text.replace(/\s+/g, " ").slice(0, 40);
