import { notFound } from "../../http/not-found.server.ts";

/** A kept photo as an answer that no cache shares. @throws 404 when it isn't there for who asks */
export function photoResponse(photo: { bytes: Uint8Array; mime: string } | null | undefined): Response {
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo.bytes), {
    headers: { "Content-Type": photo.mime, "Content-Length": String(photo.bytes.byteLength), "Content-Disposition": "inline", "Cache-Control": "private, no-store" },
  });
}
