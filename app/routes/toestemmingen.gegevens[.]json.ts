import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownDataJson, streamed } from "../features/privacy/own-data-document.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";

/** Everything that is kept of who asks, apart from the photos themselves, as one file. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return new Response(streamed(ownDataJson(viewer, new Date())), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": 'attachment; filename="buurhof.json"', "Cache-Control": "private, no-store" },
  });
}
