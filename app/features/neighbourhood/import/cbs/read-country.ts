import { ImportError } from "../import-error.ts";
import type { CsvRecord } from "../energy-labels/csv-reader.ts";
import { indicators } from "./indicators.ts";
import type { AreaRecord } from "./read-area.ts";
import { readFigure, type ReadFigure } from "./read-figure.ts";
import { statlineFigures, withoutNumber, type StatlineName } from "./statline-columns.ts";

export const COUNTRY = "NL00";

/** Which field of a record is what; `figures` has those that the table has. */
export type StatlineHeader = { count: number; region: number; kind: number; code: number; figures: Map<StatlineName, { field: number; column: string }> };
export type CountryFigures = Pick<AreaRecord, "figures" | "unknown">;

/** @throws ImportError when this is no whole table as StatLine gives it, or has a column twice */
export function readStatlineHeader(record: CsvRecord, path: string): StatlineHeader {
  const columns = Array.from({ length: record.length }, (_, field) => record.text(field));
  if (columns.length === 1) throw new ImportError(`${path}: line ${record.line} has one column; StatLine separates columns by semicolons`);
  const find = (name: string): number => {
    const found = columns.flatMap((column, field) => (withoutNumber(column) === name ? [field] : []));
    if (found.length > 1) throw new ImportError(`${path}: line ${record.line} has two columns ${name}: ${found.map((field) => columns[field]).join(" and ")}`);
    return found[0] ?? -1;
  };
  const region = find("WijkenEnBuurten");
  if (region < 0) throw new ImportError(`${path}: line ${record.line} has no column WijkenEnBuurten; get the whole table "Kerncijfers wijken en buurten" as "onbewerkte dataset" (CSV)`);
  const figures: StatlineHeader["figures"] = new Map();
  for (const [name, { columns: names }] of Object.entries(statlineFigures)) {
    const field = names.map(find).find((each) => each >= 0) ?? -1;
    if (field >= 0) figures.set(name as StatlineName, { field, column: columns[field]! });
  }
  if (figures.size === 0) throw new ImportError(`${path}: line ${record.line} names no column of "Kerncijfers wijken en buurten" that is kept`);
  return { count: columns.length, region, kind: find("SoortRegio"), code: find("Codering"), figures };
}

/**
 * The figures of the row of the country. What StatLine counts and we keep as a share is a share in whole percents, as in the
 * GeoPackage; it is unknown where its whole is.
 * @throws ImportError when a figure cannot be right; `label` is file and line
 */
export function readCountry(record: CsvRecord, { kind, code, figures: columns }: StatlineHeader, label: string): CountryFigures {
  if (kind >= 0 && record.text(kind) !== "Land") throw new ImportError(`${label}: ${COUNTRY} is a "${record.text(kind)}", not a "Land"`);
  if (code >= 0 && record.text(code) !== COUNTRY) throw new ImportError(`${label}: ${COUNTRY} has the code "${record.text(code)}"`);
  const country: CountryFigures = { figures: {}, unknown: {} };
  for (const [name, { field, column }] of columns) {
    const whole = wholeOf(name);
    const figure = figureIn(record, field, `${label}: ${COUNTRY}: "${column}"`, whole ? "number" : indicators[name].unit);
    const share = whole && "value" in figure ? shareOf(figure.value, country, whole, `${label}: ${COUNTRY}: "${column}"`) : figure;
    if ("value" in share) country.figures[name] = share.value;
    else country.unknown[name] = share.unknown;
  }
  return country;
}

function wholeOf(name: StatlineName): StatlineName | undefined {
  const figure = statlineFigures[name];
  return "of" in figure ? figure.of : undefined;
}

function figureIn(record: CsvRecord, field: number, label: string, unit: Parameters<typeof readFigure>[1]): ReadFigure {
  const figure = readFigure(record.text(field), unit);
  if (typeof figure === "string") throw new ImportError(`${label} ${figure}`);
  return figure;
}

/** Wholes stand before their parts in {@link statlineFigures}, so they are known here. */
function shareOf(part: number, { figures, unknown }: CountryFigures, whole: StatlineName, label: string): ReadFigure {
  const all = figures[whole];
  if (all === undefined) return { unknown: unknown[whole] ?? "empty" };
  if (part > all) throw new ImportError(`${label} is ${part}, more than all ${all}`);
  return all === 0 ? { unknown: "empty" } : { value: Math.round((100 * part) / all) };
}
