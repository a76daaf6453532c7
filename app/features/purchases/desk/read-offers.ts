import type { Offer } from "../manage.server.ts";
import { centsIn } from "./amounts.ts";
import { csvLines } from "./csv-lines.ts";
import { dayIn } from "./days.ts";
import { type OfferColumn, offerColumns, referenceColumn } from "./offer-columns.ts";

export type OfferProblem =
  | "quote" | "empty" | "column" | "column_twice" | "column_unknown" | "cells" | "reference" | "twice" | "state" | "needed" | "amount" | "vat" | "extras" | "saving" | "date" | "past" | "long";
/** What is wrong, on which line and in which column; null where it is about all of them. */
export type OfferMistake = { line: number; column: string | null; problem: OfferProblem };
export type OfferLine = { line: number; reference: string; offer: Offer };

/**
 * Reads a file with offers of a supplier. All that is wrong is listed; whether a reference is right, the database knows.
 * @param today as 2026-05-03: an offer that lapsed is none
 */
export function readOffers(text: string, today: string): { lines: OfferLine[]; mistakes: OfferMistake[] } {
  const read = csvLines(text);
  if ("unclosed" in read) return { lines: [], mistakes: [{ line: read.unclosed, column: null, problem: "quote" }] };
  const [head, ...rows] = read;
  if (!head) return { lines: [], mistakes: [{ line: 1, column: null, problem: "empty" }] };
  const names = head.cells.map((cell) => cell.toLowerCase().replaceAll(/[\s-]+/g, "_"));
  const columnMistakes = mistakesInHead(head.line, names);
  if (columnMistakes.length > 0) return { lines: [], mistakes: columnMistakes };
  if (rows.length === 0) return { lines: [], mistakes: [{ line: head.line, column: null, problem: "empty" }] };
  const mistakes: OfferMistake[] = [];
  const seen = new Set<string>();
  const lines = rows.flatMap(({ line, cells }): OfferLine[] => {
    const wrong = (column: OfferColumn | null, problem: OfferProblem) => void mistakes.push({ line, column, problem });
    if (cells.length > names.length && cells.slice(names.length).some((cell) => cell !== "")) return wrong(null, "cells"), [];
    const known = mistakes.length;
    const row = readRow((column) => cells[names.indexOf(column)] ?? "", today, wrong);
    if (row.reference !== "" && seen.has(row.reference)) wrong(referenceColumn, "twice");
    seen.add(row.reference);
    return mistakes.length === known ? [{ line, ...row }] : [];
  });
  return { lines, mistakes };
}

function mistakesInHead(line: number, names: readonly string[]): OfferMistake[] {
  return [
    ...offerColumns.filter(({ name, needed }) => needed && !names.includes(name)).map(({ name }) => ({ line, column: name, problem: "column" as const })),
    ...names.filter((name, at) => name !== "" && names.indexOf(name) !== at).map((name) => ({ line, column: name.slice(0, 60), problem: "column_twice" as const })),
    ...names.filter((name) => name !== "" && !offerColumns.some((column) => column.name === name)).map((name) => ({ line, column: name.slice(0, 60), problem: "column_unknown" as const })),
  ];
}

function readRow(cell: (column: OfferColumn) => string, today: string, wrong: (column: OfferColumn, problem: OfferProblem) => void): { reference: string; offer: Offer } {
  const amount = (column: OfferColumn): number | null => {
    const text = cell(column);
    if (text === "") return null;
    const cents = centsIn(text);
    if (cents === null) wrong(column, "amount");
    return cents;
  };
  const needed = (column: OfferColumn) => (cell(column) === "" ? (wrong(column, "needed"), 0) : (amount(column) ?? 0));
  const words = (column: OfferColumn, most: number) => {
    const text = cell(column).replaceAll(/\r\n?/g, "\n");
    if (text.length > most) wrong(column, "long");
    return text === "" ? null : text;
  };
  // The apostrophe that a spreadsheet shows before a text.
  const reference = cell(referenceColumn).replace(/^'/, "").toUpperCase();
  if (reference === "") wrong(referenceColumn, "needed");
  const [priceCents, priceVatCents] = [needed("prijs_met_btw"), needed("waarvan_btw")];
  if (priceVatCents > priceCents) wrong("waarvan_btw", "vat");
  const [extrasCents, extrasWhat] = [amount("extra_met_btw") ?? 0, words("extra_wat", 500)];
  const extrasVatCents = extrasCents > 0 ? needed("extra_waarvan_btw") : (amount("extra_waarvan_btw") ?? 0);
  if (extrasVatCents > extrasCents) wrong("extra_waarvan_btw", "vat");
  if (extrasCents > 0 && (extrasWhat === null || [...extrasWhat].length < 2)) wrong("extra_wat", "extras");
  const [savingFromCents, savingToCents] = [amount("besparing_van"), amount("besparing_tot")];
  if ((savingFromCents === null) !== (savingToCents === null) || (savingFromCents ?? 0) > (savingToCents ?? 0)) wrong("besparing_tot", "saving");
  const until = cell("geldig_tot");
  const validUntil = dayIn(until);
  if (until === "") wrong("geldig_tot", "needed");
  else if (validUntil === null) wrong("geldig_tot", "date");
  else if (validUntil < today) wrong("geldig_tot", "past");
  const offer = {
    priceCents, priceVatCents, extrasCents, extrasVatCents, extrasWhat: extrasCents > 0 ? extrasWhat : null, subsidyCents: amount("subsidie"), savingFromCents, savingToCents, validUntil: validUntil ?? today, note: words("opmerking", 1000),
  };
  return { reference, offer };
}
