import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readOverlay } from "../features/map/overlay.server.ts";
import { isUnchanged } from "../features/map/unchanged.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** `/kaartlagen/:neighbourhood/gedeeld.json`: what neighbours share with this viewer. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireResident(args);
  if (args.params.neighbourhood !== viewer.neighbourhoodCode) throw notFound();
  const { body, etag } = await asViewer(viewer, (tx) => readOverlay(tx, viewer));
  const headers = { ETag: etag, "Cache-Control": "private, no-store", "Content-Type": "application/json" };
  return isUnchanged(args.request, etag) ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
