import { ImportError } from "../import-error.ts";
import type { CsvRecord } from "./csv-reader.ts";

/** The columns that are read, by the name in the newest layout; without underscores and prefix the older ones are alike. */
const names = {
  recordedOn: ["Opnamedatum"],
  registeredOn: ["Registratiedatum"],
  validUntil: ["GeldigTot"],
  status: ["Status"],
  method: ["Berekeningstype"],
  buildingClass: ["Gebouwklasse"],
  buildingType: ["Gebouwtype"],
  postcode: ["Postcode"],
  houseNumber: ["Huisnummer"],
  houseLetter: ["Huisletter"],
  houseAddition: ["Huisnummertoevoeging", "Huisnummertoev"],
  part: ["Detailaanduiding"],
  dwellingId: ["BAGVerblijfsobjectID"],
  mooringId: ["BAGLigplaatsID"],
  pitchId: ["BAGStandplaatsID"],
  area: ["GebruiksoppervlakteThermischeZone", "Gebruiksoppervlakte"],
  energyClass: ["Energieklasse"],
  energy: ["BerekendeEnergieverbruik"],
} as const satisfies Record<string, readonly string[]>;

export type LabelColumn = keyof typeof names;
/** Where each column stands in a record, from 0; -1 where the layout does not have it. */
export type LabelColumns = Record<LabelColumn, number> & {
  /** How many columns there are. */
  count: number;
};

/** Layouts before 2023 have letter and addition in one column, and those before v4 have no calculated use of energy. */
const optional: ReadonlySet<LabelColumn> = new Set(["houseLetter", "energy"]);

/** The name by which errors call a column. */
export const nameOf = (column: LabelColumn): string => names[column][0];

/** A name without case, underscores and the prefix of older layouts (`Pand_…`, `Meting_…`). */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/^(pand|meting)_/, "").replace(/[_\s]/g, "");
}

/** @throws ImportError when a column is missing or there twice, or when fields are not separated by semicolons */
export function readHeader(record: CsvRecord, path: string): LabelColumns {
  const found = Array.from({ length: record.length }, (_, field) => plainName(record.text(field)));
  const columns = { count: record.length } as LabelColumns;
  for (const column of Object.keys(names) as LabelColumn[]) {
    const spelled: string[] = names[column].map(plainName);
    const places = found.flatMap((name, place) => (spelled.includes(name) ? [place] : []));
    if (places.length > 1) throw new ImportError(`${path}: line ${record.line} has column ${nameOf(column)} twice`);
    if (places.length === 0 && !optional.has(column)) throw new ImportError(`${path}: line ${record.line} has no column ${nameOf(column)}`);
    columns[column] = places[0] ?? -1;
  }
  // The file of changes since yesterday would be taken for all there is, and everything else for gone.
  if (found.some((name) => name.startsWith("mutatie"))) throw new ImportError(`${path}: holds mutations; import the whole file (totaalbestand) instead`);
  return columns;
}
