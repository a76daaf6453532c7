import { ImportError } from "../import-error.ts";
import { ringFault, signedArea, type Ring } from "../ring.ts";
import { type Columns, type IndicatorName, indicators, plainName, sortColumns } from "./indicators.ts";
import { readFigure } from "./read-figure.ts";

export const areaLevels = ["municipality", "district", "neighbourhood"] as const;
export type AreaLevel = (typeof areaLevels)[number];
/** Figures of the country come from another file than those of what lies within it. */
export const figureLevels = [...areaLevels, "country"] as const;
export type FigureLevel = (typeof figureLevels)[number];

/** What a file says of one area. Figures in the unit of their indicator. */
export type AreaRecord = {
  code: string;
  level: AreaLevel;
  name: string;
  /** The district of a neighbourhood, the municipality of a district. */
  parentCode: string | null;
  municipalityCode: string;
  municipalityName: string | null;
  figures: Partial<Record<IndicatorName, number>>;
  /** Why there is no figure: see read-figure.ts. */
  unknown: Partial<Record<IndicatorName, string>>;
};

/** Letters occur in codes since 2022: BU0363SE03. */
const codes: Record<AreaLevel, RegExp> = { municipality: /^GM\d{4}$/, district: /^WK\d{4}[0-9A-Z]{2}$/, neighbourhood: /^BU\d{4}[0-9A-Z]{4}$/ };
const codeColumns: Record<AreaLevel, string> = { municipality: "gemeentecode", district: "wijkcode", neighbourhood: "buurtcode" };
const nameColumns: Record<AreaLevel, string> = { municipality: "gemeentenaam", district: "wijknaam", neighbourhood: "buurtnaam" };
const example: Record<AreaLevel, string> = { municipality: "GM0363", district: "WK0363SE", neighbourhood: "BU0363SE03" };

/** Which columns of a layer mean what; null for a layer that has no areas of CBS. */
export type AreaColumns = Columns & { level: AreaLevel; named: Map<string, string> };

export function areaColumns(columns: readonly string[]): AreaColumns | null {
  const named = new Map(columns.map((column) => [plainName(column), column]));
  const level = [...areaLevels].reverse().find((each) => named.has(codeColumns[each]));
  return level ? { level, named, ...sortColumns(columns) } : null;
}

export type Cells = Readonly<Record<string, unknown>>;

/** Whether it is nothing but water ("JA"), or abroad ("B"); a file without the column has only land. */
export function isWaterOrAbroad(cells: Cells, { named }: AreaColumns, label: string): boolean {
  const water = textOf(cells, named, "water")?.toUpperCase();
  if (water && !["JA", "NEE", "B"].includes(water)) throw new ImportError(`${label}: "water" is ${JSON.stringify(water)}, not JA, NEE or B`);
  return water === "JA" || water === "B";
}

/** @throws ImportError when a code, a name or a figure cannot be right; `label` is file, layer and feature */
export function readArea(cells: Cells, columns: AreaColumns, label: string): AreaRecord {
  const { level, named } = columns;
  const code = codeOf(cells, named, level, label)!;
  const name = textOf(cells, named, nameColumns[level]);
  if (!name) throw new ImportError(`${label}: ${code} has no name in "${nameColumns[level]}"`);
  const municipalityCode = `GM${code.slice(2, 6)}`;
  const given = level === "municipality" ? code : codeOf(cells, named, "municipality", label);
  if (given && given !== municipalityCode) throw new ImportError(`${label}: ${code} says that it lies in ${given}, and its code says ${municipalityCode}`);
  const parentCode = level === "neighbourhood" ? codeOf(cells, named, "district", label) : level === "district" ? municipalityCode : null;
  const record: AreaRecord = { code, level, name, parentCode, municipalityCode, municipalityName: textOf(cells, named, "gemeentenaam"), figures: {}, unknown: {} };
  for (const [indicator, found] of columns.figures) {
    for (const column of found) {
      const figure = readFigure(cells[column], indicators[indicator].unit);
      if (typeof figure === "string") throw new ImportError(`${label}: ${code}: "${column}" ${figure}`);
      if ("value" in figure) {
        record.figures[indicator] = figure.value;
        delete record.unknown[indicator];
        break;
      }
      record.unknown[indicator] ??= figure.unknown;
    }
  }
  return record;
}

/** The year in "2021BU02330000"; null where the file does not say it. */
export function yearOf(cells: Cells, { named }: AreaColumns): number | null {
  const written = textOf(cells, named, "jrstatcode") ?? textOf(cells, named, "jaarstatcode");
  const year = /^(\d{4})(?:BU|WK|GM)/.exec(written ?? "")?.[1];
  return year ? Number(year) : null;
}

/**
 * What is wrong with a polygon of a boundary, in words, or null. That a ring of thousands of points touches or crosses
 * itself by a millimetre is left alone: a point lies within it all the same.
 */
export function polygonFault(rings: readonly Ring[]): string | null {
  if (rings.length === 0) return "has a polygon without rings";
  for (const ring of rings) {
    if (ring.length < 8 || ring[0] !== ring.at(-2) || ring[1] !== ring.at(-1) || Math.abs(signedArea(ring)) === 0) return `has a broken boundary: ${ringFault(ring)}`;
  }
  return null;
}

function codeOf(cells: Cells, named: Map<string, string>, level: AreaLevel, label: string): string | null {
  const column = named.get(codeColumns[level]);
  if (!column) return null;
  const code = String(cells[column] ?? "").trim();
  if (!codes[level].test(code)) throw new ImportError(`${label}: "${column}" is ${JSON.stringify(cells[column] ?? null)}, not the code of a ${level} (${example[level]})`);
  return code;
}

function textOf(cells: Cells, named: Map<string, string>, plain: string): string | null {
  const value = cells[named.get(plain) ?? ""];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
