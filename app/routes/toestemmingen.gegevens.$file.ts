import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownDataCsv, streamed } from "../features/privacy/own-data-document.server.ts";
import { ownDataTables } from "../features/privacy/own-data-tables.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** One table of what is kept of who asks, for a spreadsheet. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const table = ownDataTables.find((name) => args.params.file === `${name}.csv`);
  if (!table) throw notFound();
  return new Response(streamed(ownDataCsv(viewer, table)), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="buurhof-${table}.csv"`, "Cache-Control": "private, no-store" },
  });
}
