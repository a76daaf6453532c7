import type { LoaderFunctionArgs } from "@remix-run/node";
import { keptMap } from "../features/map/kept-map.server.ts";
import { isUnchanged } from "../features/map/unchanged.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** `/kaartdata/:neighbourhood/:version.json`: what the registers say of the viewer's own neighbourhood. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireResident(args);
  const version = /^(.+)\.json$/.exec(args.params.file ?? "")?.[1];
  if (args.params.neighbourhood !== viewer.neighbourhoodCode || !version) throw notFound();
  const map = await keptMap(viewer, version);
  if (!map) throw notFound();
  const headers = new Headers({ ETag: map.etag, "Cache-Control": "private, max-age=31536000, immutable", Vary: "Accept-Encoding" });
  if (isUnchanged(args.request, map.etag)) return new Response(null, { status: 304, headers });
  const accepted = args.request.headers.get("Accept-Encoding") ?? "";
  const encoding = (["br", "gzip"] as const).find((one) => accepted.includes(one));
  const body = encoding === "br" ? map.brotli : encoding === "gzip" ? map.gzip : map.plain;
  headers.set("Content-Type", "application/json");
  headers.set("Content-Length", String(body.byteLength));
  if (encoding) headers.set("Content-Encoding", encoding);
  return new Response(body, { headers });
}
