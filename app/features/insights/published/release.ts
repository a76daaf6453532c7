import type { FigureKind } from "../../../../db/schema/insights.ts";
import type { FigureTopic } from "../release/tables.ts";

/** What one cell of a table says; `value` is about how many, where `kind` is "about". */
export type ReleaseCell = { cell: string; kind: FigureKind; value: number | null };
export type ReleaseTable = { topic: FigureTopic; cells: ReleaseCell[] };
/** A release as it is published, or as its preview shows it. */
export type Release = {
  id: string;
  /** A neighbourhood (BU…) or a district (WK…). */
  area: string;
  areaName: string;
  /** Those that it is about: of a district those that were too small by themselves. */
  neighbourhoods: string[];
  quarter: string;
  /** From 1, per area; 0 in a preview. */
  number: number;
  form: "numbers" | "yes_no";
  /** Homes in the BAG. */
  dwellings: number;
  /** Days, as 2026-11-22. */
  preparedOn: string;
  publishedOn: string | null;
  tables: ReleaseTable[];
};
