import type { ViewerTx } from "../../../db/viewer.server.ts";
import { visitRequests } from "./visit-requests.server.ts";

/** Requests for the own download: all that one may read of them but who the other is, which is for the visit only. */
export async function requestsToExport(tx: ViewerTx): Promise<Record<string, unknown>[]> {
  const rows = await visitRequests(tx, undefined, Number.MAX_SAFE_INTEGER);
  return rows.map(({ otherName: _name, address: _address, revealed: _revealed, blocked: _blocked, placesLeft: _places, ...row }) => row);
}
