import type { GridProduct } from "../../../../../db/schema/register.ts";
import { type ColumnName, type Dialect, postcodePattern } from "./dialect.ts";
import type { NumberReader } from "./read-number.ts";

/** A row of a file of small connections; the average is kWh a year of electricity or m³ a year of gas, shares are percentages. */
export type GridRow = {
  operator: string;
  area: string;
  product: GridProduct;
  from: string;
  to: string;
  connections: number;
  use: number;
  smartMeter: number | null;
  delivery: number | null;
};

/** Why a row that is written as it should be is left out. */
const reasons = {
  few: "fewer than 10 connections",
  unused: "an average use of 0: its connections are not in use yet",
  noUse: "no average use",
  large: "no small connections",
} as const;

/** What came of a row: kept, left out for a reason, or wrong, in words that follow the file and line. */
export type Reading = { row: GridRow } | { leftOut: string } | { wrong: string };

/** Below this an average says something of single homes; publishers give no such rows. */
const LEAST_CONNECTIONS = 10;
const products: Readonly<Record<string, GridProduct>> = { ELK: "electricity", GAS: "gas" };

/** Reads the fields of one row. */
export function readRow(fields: readonly string[], dialect: Dialect, number: NumberReader): Reading {
  const { column, width } = dialect;
  if (fields.length !== width) return { wrong: `has ${fields.length} columns, and line 1 has ${width}` };
  const written = (key: ColumnName) => (column[key] === -1 ? "" : fields[column[key]]!.trim());
  const called = (key: ColumnName) => dialect.called[key] ?? `column ${column[key] + 1}`;

  const product = products[written("product").toUpperCase()];
  if (!product) return { wrong: `${called("product")} is "${written("product")}", and not ELK or GAS` };
  const [from, to] = [written("from").toUpperCase(), written("to").toUpperCase()];
  if (!postcodePattern.test(from)) return { wrong: `${called("from")} is "${from}", which is no postcode` };
  if (!postcodePattern.test(to)) return { wrong: `${called("to")} is "${to}", which is no postcode` };
  const range = { from: from.replace(" ", ""), to: to.replace(" ", "") };
  if (range.from > range.to) return { wrong: `the range begins at ${range.from} and ends before it, at ${range.to}` };

  // Shares first: they are written with decimals more often, and tell how "2.589" must be read.
  const values: Partial<Record<ColumnName, number | null>> = {};
  for (const key of ["delivery", "smartMeter", "connections", "use"] as const) {
    const text = written(key);
    const read = text === "" ? null : number(text);
    if (read === "other mark") return { wrong: `${called(key)} is "${text}", with another decimal mark than the rows before it` };
    if (Number.isNaN(read)) return { wrong: `${called(key)} is "${text}", which is no number` };
    const share = key === "delivery" || key === "smartMeter";
    if (read !== null && (read < 0 || (share && read > 100))) return { wrong: `${called(key)} is ${text}, ${share ? "which is no percentage" : "below zero"}` };
    values[key] = read;
  }
  const { connections, use, smartMeter = null, delivery = null } = values;
  if (connections == null || !Number.isInteger(connections)) return { wrong: `${called("connections")} is "${written("connections")}", which is no number of connections` };
  const segment = written("segment").toUpperCase();
  if (segment !== "" && segment !== "KVB") return { leftOut: reasons.large };
  if (connections < LEAST_CONNECTIONS) return { leftOut: reasons.few };
  if (use == null) return { leftOut: reasons.noUse };
  if (use === 0) return { leftOut: reasons.unused };
  return { row: { operator: written("operator"), area: written("area"), product, ...range, connections, use, smartMeter, delivery } };
}
