import type { BulkTx } from "../../../../db/copy.server.ts";
import type { CommonSummary } from "./import-summary.ts";

/** Writes down, in the transaction of an import, what came of it: the pages about sources and the status read this. */
export async function recordImport(tx: BulkTx, summary: CommonSummary): Promise<void> {
  await tx.rows(
    "insert into import_run (kind, file_name, file_sha256, source_date, finished_at, summary) values ($1, $2, $3, $4, clock_timestamp(), $5::text::jsonb)",
    [summary.kind, summary.file, summary.sha256, summary.sourceDate, JSON.stringify(summary)],
  );
}
