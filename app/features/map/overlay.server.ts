import { createHash } from "node:crypto";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Shared } from "./coarsen.ts";
import { sharedPlaces } from "./shared-places.server.ts";

/** What `/kaartlagen` answers: what neighbours share with one viewer, by place, in the order of the register. */
export type Overlay = { places: [string, Shared][] };

/** The overlay as it is sent, with an ETag of exactly that text: of what this viewer sees and of nothing else. */
export async function readOverlay(tx: ViewerTx, viewer: Resident): Promise<{ body: string; etag: string }> {
  const overlay: Overlay = { places: (await sharedPlaces(tx, viewer)).map(({ place, shared }) => [place, shared]) };
  const body = JSON.stringify(overlay);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` };
}
