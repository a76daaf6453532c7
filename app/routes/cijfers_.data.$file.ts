import type { LoaderFunctionArgs } from "@remix-run/node";
import { figureLines } from "../features/insights/published/figure-file.server.ts";
import { readReleases } from "../features/insights/read-releases.server.ts";
import { toCsv } from "../features/privacy/own-data-file.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";

/** The figures of an area as the page shows them: all of them, or one table. */
export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const viewer = await currentViewer(args);
  const [, area, kind] = /^((?:WK|BU)\w{6,8})\.(csv|json)$/.exec(args.params.file ?? "") ?? [];
  const topic = new URL(args.request.url).searchParams.get("tabel");
  const lines = area ? figureLines(await readReleases(viewer, { areas: [area] }), viewer?.locale ?? chosenLocale(args.request), topic) : [];
  if (lines.length === 0) throw notFound();
  const name = `cijfers-${area}${topic ? `-${lines[0]!.table}` : ""}.${kind}`;
  const headers = { "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" };
  if (kind === "json") return new Response(JSON.stringify(lines, null, 2), { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
  return new Response(toCsv(lines), { headers: { ...headers, "Content-Type": "text/csv; charset=utf-8" } });
}
