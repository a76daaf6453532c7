import type { PurchaseState } from "../../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { notFound } from "../../../http/not-found.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { type DeskPurchase, deskPurchase } from "./desk-purchases.server.ts";

/** A purchase of which this moderator reads the sign-ups of their neighbourhoods. @throws 404 for any other */
export async function readable(tx: ViewerTx, moderator: Moderator, id: string): Promise<DeskPurchase> {
  const found = await deskPurchase(tx, moderator, id);
  if (!found) throw notFound();
  return found;
}

/** A purchase about which this moderator decides, in one of these states. @throws 404 for any other */
export async function decidable(tx: ViewerTx, moderator: Moderator, id: string, ...states: readonly PurchaseState[]): Promise<DeskPurchase> {
  const found = await readable(tx, moderator, id);
  if (!found.decides || !states.includes(found.state)) throw notFound();
  return found;
}
