import { ImportError } from "../import-error.ts";
import { splitFields } from "./split-fields.ts";

/** What is read of a row, by what the publishers call it: capitals only, without spaces and signs; the first that is there counts. */
const names = {
  operator: ["NETBEHEERDER"],
  area: ["NETGEBIED"],
  from: ["POSTCODEVAN", "POSTCODE"],
  to: ["POSTCODETOT", "POSTCODEEIND"],
  product: ["PRODUCTSOORT"],
  segment: ["VERBRUIKSSEGMENT"],
  connections: ["AANSLUITINGENAANTAL", "AANTALAANSLUITINGEN"],
  delivery: ["LEVERINGSRICHTINGPERC", "LEVERINGSRICHTING"],
  use: ["SJAGEMIDDELD", "SJVGEMIDDELD", "SJA", "SJV"],
  smartMeter: ["SLIMMEMETERPERC", "SLIMMEMETER"],
} as const;
export type ColumnName = keyof typeof names;
const required = ["from", "to", "product", "connections", "use"] as const satisfies ColumnName[];

/** Stedin's order since 2019, for its file without a header. */
const positions = { operator: 0, area: 1, from: 3, to: 4, product: 7, segment: 8, connections: 9, delivery: 10, use: 14, smartMeter: 16 };
const POSITIONS_WIDTH = 17;

/** How a file is written: where its columns are (-1: it has none), what it calls them, and how many fields a row has. */
export type Dialect = {
  delimiter: string;
  header: boolean;
  width: number;
  column: Readonly<Record<ColumnName, number>>;
  called: Readonly<Partial<Record<ColumnName, string>>>;
};

/** A postcode of six characters; in old files with a space. */
export const postcodePattern = /^[1-9]\d{3} ?[A-Z]{2}$/;

/**
 * Finds out how a file is written from its first line.
 * @throws ImportError when it is not a file of small connections
 */
export function detectDialect(line: string, file: string): Dialect {
  const [best] = ["\t", ";", ","]
    .map((delimiter) => ({ delimiter, fields: splitFields(line, delimiter) ?? [] }))
    .sort((a, b) => b.fields.length - a.fields.length);
  const { delimiter, fields } = best!;
  const width = fields.length;
  const header = fields.map((field) => field.toUpperCase().replace(/[^A-Z0-9]/g, ""));
  const known = Object.values(names).flat() as string[];
  if (!header.some((name) => known.includes(name))) {
    if (!inOrder(fields)) throw new ImportError(`${file}: line 1: is neither a header with POSTCODE_VAN, PRODUCTSOORT and so on, nor a row in the order of Stedin's files; this is not a file of small connections`);
    return { delimiter, header: false, width, column: positions, called: {} };
  }
  const column = {} as Record<ColumnName, number>;
  const called: Partial<Record<ColumnName, string>> = {};
  for (const [key, aliases] of Object.entries(names) as [ColumnName, readonly string[]][]) {
    const alias = aliases.find((each) => header.includes(each));
    column[key] = alias === undefined ? -1 : header.indexOf(alias);
    if (alias === undefined) continue;
    called[key] = fields[column[key]]!.trim();
    if (header.lastIndexOf(alias) !== column[key]) throw new ImportError(`${file}: line 1: has two columns ${called[key]}`);
  }
  const missing = required.filter((key) => column[key] === -1);
  if (missing.length > 0) throw new ImportError(`${file}: line 1: has no column ${missing.map((key) => published[key]).join(" and no column ")}`);
  return { delimiter, header: true, width, column, called };
}

/** What the columns that cannot be missed are called today. */
const published = { from: "POSTCODE_VAN", to: "POSTCODE_TOT", product: "PRODUCTSOORT", connections: "AANSLUITINGEN_AANTAL", use: "SJA_GEMIDDELD" } as const;

/** Whether a first line without names holds what Stedin's order says. */
function inOrder(fields: string[]): boolean {
  const at = (key: ColumnName) => (fields[positions[key]] ?? "").trim();
  return (
    fields.length === POSITIONS_WIDTH &&
    postcodePattern.test(at("from")) && postcodePattern.test(at("to")) &&
    /^(ELK|GAS)$/.test(at("product")) && /^\d+$/.test(at("connections")) &&
    [at("delivery"), at("use"), at("smartMeter")].every((value) => /^\d+([.,]\d+)*$/.test(value))
  );
}
