import type { LoaderFunctionArgs } from "@remix-run/node";
import { ownData } from "../features/privacy/own-data.server.ts";
import { toJson } from "../features/privacy/own-data-file.ts";
import { requireAccount } from "../features/session/guards.server.ts";

/** Everything that is kept of who asks, as one file. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return new Response(toJson(await ownData(viewer)), {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": 'attachment; filename="buurhof.json"', "Cache-Control": "private, no-store" },
  });
}
