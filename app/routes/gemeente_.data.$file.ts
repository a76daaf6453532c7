import type { LoaderFunctionArgs } from "@remix-run/node";
import { figureLines } from "../features/insights/published/figure-file.server.ts";
import { readReleases } from "../features/insights/read-releases.server.ts";
import { toCsv } from "../features/privacy/own-data-file.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Everything that is published of an official's municipalities, as one file. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const [, kind] = /^cijfers\.(csv|json)$/.exec(args.params.file ?? "") ?? [];
  if (!kind) throw notFound();
  const lines = figureLines(await readReleases(official, { municipalities: official.officialOf }), official.locale, null);
  const headers = { "Content-Disposition": `attachment; filename="cijfers.${kind}"`, "Cache-Control": "private, no-store" };
  if (kind === "json") return new Response(JSON.stringify(lines, null, 2), { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
  return new Response(toCsv(lines), { headers: { ...headers, "Content-Type": "text/csv; charset=utf-8" } });
}
