import { sql } from "drizzle-orm";
import type { SignUpParty, SignUpState } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { today } from "../roles/role-days.ts";
import { asked } from "./asked.server.ts";
import { coolingOffEnds } from "./engine/cooling-off.ts";
import type { Ordered } from "./order.server.ts";
import type { SignedUp } from "./sign-up.server.ts";

// Taking part of who is helped on paper: only in a session in which they are.

export type OnPaper = { party: Exclude<SignUpParty, "association">; rules: number; signedOn: string; name: string | null; phone: string | null };

/** Shows interest of who is helped, by the form that they signed. @returns as signUp; "date" when the form is too old or from the future */
export async function signUpOnPaper(tx: ViewerTx, purchaseId: string, { party, rules, signedOn, name, phone }: OnPaper): Promise<SignedUp | { outcome: "date"; signUp: null } | null> {
  const [row] = await tx
    .select({ outcome: sql<SignedUp["outcome"] | "date" | null>`outcome`, signUp: sql<string | null>`made` })
    .from(sql`viewer.sign_up_on_paper(${purchaseId}::uuid, ${party}, ${rules}::smallint, ${signedOn}::date, ${name}, ${phone})`);
  return row?.outcome ? ({ outcome: row.outcome, signUp: row.signUp } as SignedUp) : null;
}

/** Orders what who is helped was offered, by the form that they signed; the confirmation is printed. @returns as orderPurchase */
export function orderOnPaper(tx: ViewerTx, signUpId: string, order: { offerVersion: number; adult: boolean; termsVersion: string; signedOn: string }): Promise<Ordered | "date" | null> {
  return asked(tx, sql`viewer.order_on_paper(${signUpId}::uuid, ${order.offerVersion}::smallint, ${order.adult}, ${order.termsVersion}, ${coolingOffEnds(today())}::date, ${order.signedOn}::date)`);
}

/** Takes back interest, or an order while that can be. @returns false where it can't */
export function leaveOnPaper(tx: ViewerTx, signUpId: string): Promise<boolean> {
  return asked(tx, sql`viewer.leave_on_paper(${signUpId}::uuid)`);
}

type OfferOnPaper = { version: number; price_cents: number; price_vat_cents: number; extras_cents: number; extras_vat_cents: number; extras_what: string | null; subsidy_cents: number | null; valid_until: string };
export type PaperSignUp = {
  id: string; purchaseId: string; reference: string; state: SignUpState; party: SignUpParty; rulesVersion: number; paperSignedOn: string | null; orderSignedOn: string | null;
  ordered: boolean; coolingOffUntil: string | null; plannedOn: string | null; offer: OfferOnPaper | null;
};

/** The purchases in which who is helped takes part, the newest first; nothing outside their session. */
export function paperSignUps(tx: ViewerTx): Promise<PaperSignUp[]> {
  return tx
    .select({
      id: sql<string>`id`, purchaseId: sql<string>`purchase_id`, reference: sql<string>`reference`, state: sql<SignUpState>`state`, party: sql<SignUpParty>`party`, rulesVersion: sql<number>`rules_version`,
      paperSignedOn: sql<string | null>`paper_signed_on::text`, orderSignedOn: sql<string | null>`order_signed_on::text`, ordered: sql<boolean>`ordered_at is not null`,
      coolingOffUntil: sql<string | null>`cooling_off_until::text`, plannedOn: sql<string | null>`planned_on::text`, offer: sql<OfferOnPaper | null>`offer`,
    })
    .from(sql`viewer.paper_sign_ups()`);
}
