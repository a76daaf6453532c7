import type { LoaderFunctionArgs } from "@remix-run/node";
import { fetchArchive } from "../features/privacy/archive/fetch-archive.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { today } from "../i18n/day.ts";

/** The file itself, for whoever asked for it. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const archive = await fetchArchive(viewer, idIn(args.params));
  if (!archive) throw notFound();
  const name = `buurhof-${today(archive.createdAt)}.zip`;
  return new Response(archive.body, { headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "private, no-store" } });
}
