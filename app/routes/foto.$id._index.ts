import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readPhoto } from "../features/measures/read-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** A photo, for whoever sees its measure. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const photo = await asViewer(resident, (tx) => readPhoto(tx, resident, args.params.id));
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo.bytes), {
    headers: { "Content-Type": photo.mime, "Content-Length": String(photo.bytes.byteLength), "Content-Disposition": "inline", "Cache-Control": "private, no-store" },
  });
}
