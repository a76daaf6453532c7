import { bulk } from "../../../../db/copy.server.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import type { CommonSummary } from "./import-summary.ts";

/** The newest import of one thing: what came of it as far as its summary says so. */
export type Loaded = {
  kind: string;
  scope: string;
  file: string;
  sourceDate: string | null;
  /** ISO 8601. */
  importedAt: string;
} & Partial<Pick<CommonSummary, "read" | "kept" | "skipped" | "matched">>;

export type ImportStatus = { kind: "status"; loaded: Loaded[] };

/** What is loaded, whatever kinds of imports there are: the newest run per kind and scope. */
export async function importStatus(): Promise<ImportStatus> {
  type Row = { kind: string; scope: string; file: string; source_date: string | null; imported_at: Date | string; summary: Partial<CommonSummary> };
  const rows = await asWorker((tx) =>
    bulk(tx).rows<Row>(
      `select distinct on (kind, coalesce(summary->>'scope', file_name)) kind, coalesce(summary->>'scope', file_name) as scope, file_name as file,
         source_date::text, finished_at as imported_at, summary
       from import_run where finished_at is not null order by 1, 2, finished_at desc`,
    ),
  );
  return {
    kind: "status",
    loaded: rows.map(({ source_date: sourceDate, imported_at: importedAt, summary: { read, kept, skipped, matched }, ...row }) => ({
      ...row, sourceDate, importedAt: new Date(importedAt).toISOString(), read, kept, skipped, matched,
    })),
  };
}
