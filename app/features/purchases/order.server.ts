import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { today } from "../roles/role-days.ts";
import { asked } from "./asked.server.ts";
import { coolingOffEnds } from "./engine/cooling-off.ts";

/** What an owners' association decided: when, with how many of how many votes, and where that is written down. */
export type Decision = { on: string; votesFor: number; votesOf: number; document: string };
export type Order = { offerVersion: number; adult: boolean; termsVersion: string; decision?: Decision };
export type Ordered = "ordered" | "waiting" | "again" | "closed" | "no_offer" | "changed" | "expired" | "minor" | "tenant" | "rules" | "taken" | "no_decision";

/**
 * Orders what was offered, with the confirmation in the outbox; or waits where no place is left. However many order at the same
 * moment, no more get a place than there are.
 * @returns why not otherwise; null when it is not one's own sign-up
 */
export function orderPurchase(tx: ViewerTx, signUpId: string, { offerVersion, adult, termsVersion, decision }: Order): Promise<Ordered | null> {
  return asked(
    tx,
    sql`viewer.order_purchase(${signUpId}::uuid, ${offerVersion}::smallint, ${adult}, ${termsVersion}, ${coolingOffEnds(today())}::date,
      ${decision?.on ?? null}::date, ${decision?.votesFor ?? null}::integer, ${decision?.votesOf ?? null}::integer, ${decision?.document ?? null})`,
  );
}
