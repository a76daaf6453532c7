import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { type HomesOfType, homesByType } from "../homes-by-type.server.ts";
import type { CommonSummary } from "./import-summary.ts";

/** The newest import of one thing: what came of it as far as its summary says so. */
export type Loaded = {
  kind: string;
  scope: string;
  file: string;
  sourceDate: string | null;
  /** ISO 8601. */
  importedAt: string;
} & Partial<Pick<CommonSummary, "read" | "kept" | "leftOut" | "matched">>;

/** What is loaded, and the homes in the register by the type that was derived for them. */
export type ImportStatus = { kind: "status"; loaded: Loaded[]; homes: HomesOfType[] };

/** What is loaded, whatever kinds of imports there are: the newest run per kind and scope. */
export async function importStatus(): Promise<ImportStatus> {
  type Row = { kind: string; scope: string; file: string; source_date: string | null; imported_at: Date | string; summary: Partial<CommonSummary> };
  const { rows, homes } = await asWorker(async (tx) => ({
    rows: await bulk(tx).rows<Row>("select kind, scope, file_name as file, source_date::text, finished_at as imported_at, summary from viewer.loaded() order by kind, scope"),
    homes: await homesByType(tx),
  }));
  return { kind: "status", homes, loaded: rows.map(({ source_date: sourceDate, imported_at: importedAt, summary, ...row }) => ({ ...row, sourceDate, importedAt: new Date(importedAt).toISOString(), ...common(summary) })) };
}

/** The common part of a summary, as far as it is there: an older run, or another kind, may have less. */
function common({ read, kept, leftOut, matched }: Partial<CommonSummary>): Pick<Loaded, "read" | "kept" | "leftOut" | "matched"> {
  return {
    ...(typeof read === "number" ? { read } : {}),
    ...(typeof kept === "number" ? { kept } : {}),
    ...(Array.isArray(leftOut) ? { leftOut } : {}),
    ...(typeof matched?.homes === "number" && typeof matched.of === "number" ? { matched } : {}),
  };
}
