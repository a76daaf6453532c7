import { asWorker } from "../../db/viewer.server.ts";
import { passDay, purchasesUnderWay } from "../features/purchases/days-of-purchases.server.ts";
import { today } from "../features/roles/role-days.ts";

/** Ends purchases after their last day, and what goes with days in them. */
export async function endPurchases(): Promise<void> {
  for (const id of await asWorker(purchasesUnderWay)) await asWorker((tx) => passDay(tx, id, today()));
}
