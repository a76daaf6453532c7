import { sql } from "drizzle-orm";
import type { SignUpParty, SignUpState, StepReason } from "../../../db/schema/purchase-choices.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { today } from "../roles/role-days.ts";
import { asked } from "./asked.server.ts";
import { coolingOffEnds } from "./engine/cooling-off.ts";
import type { Ordered } from "./order.server.ts";
import type { SignedUp } from "./sign-up.server.ts";
import type { Contact } from "./supplier-consent.server.ts";

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

/**
 * Keeps how the supplier reaches who is helped, or forgets it when `contact` is null. The consent itself is a row of the ledger.
 * @returns "no_supplier" before one was chosen; null when it is no sign-up of theirs
 */
export function keepContactOnPaper(tx: ViewerTx, signUpId: string, signedOn: string | null, contact: Contact | null): Promise<"shared" | "stopped" | "date" | "no_supplier" | null> {
  return asked(tx, sql`viewer.share_on_paper(${signUpId}::uuid, ${signedOn}::date, ${contact !== null}, ${contact?.name ?? null}, ${contact?.email ?? null}, ${contact?.phone ?? null})`);
}

/**
 * Takes back interest, or an order while that can be.
 * @param signedOn the day under the form that takes an order back
 * @returns "over" where it can't be any more; null when it is no sign-up of theirs
 */
export function leaveOnPaper(tx: ViewerTx, signUpId: string, signedOn: string | null): Promise<"left" | "date" | "over" | null> {
  return asked(tx, sql`viewer.leave_on_paper(${signUpId}::uuid, ${signedOn}::date)`);
}

type OfferOnPaper = {
  version: number; price_cents: number; price_vat_cents: number; extras_cents: number; extras_vat_cents: number; extras_what: string | null;
  subsidy_cents: number | null; saving_from_cents: number | null; saving_to_cents: number | null; valid_until: string; note: string | null;
};
export type PaperSignUp = {
  id: string; purchaseId: string; reference: string; state: SignUpState; party: SignUpParty; reason: StepReason | null; words: string | null; rulesVersion: number; movedAt: Date;
  paperSignedOn: string | null; orderSignedOn: string | null; leftSignedOn: string | null; orderedAt: Date | null; coolingOffFrom: string | null; coolingOffUntil: string | null;
  heldUntil: string | null; visitOn: string | null; plannedOn: string | null; termsVersion: string | null;
  /** What was ordered, or else the newest. */
  offer: OfferOnPaper | null;
  /** By the id of the question. */
  answers: Record<string, string>;
  contact: Contact | null;
  /** What they said to the rules that are proposed now. */
  agreed: boolean | null;
};

/** The purchases in which who is helped takes part, the newest first; nothing outside their session. */
export function paperSignUps(tx: ViewerTx): Promise<PaperSignUp[]> {
  return tx
    .select({
      id: sql<string>`id`, purchaseId: sql<string>`purchase_id`, reference: sql<string>`reference`, state: sql<SignUpState>`state`, party: sql<SignUpParty>`party`, reason: sql<StepReason | null>`reason`, words: sql<string | null>`words`,
      rulesVersion: sql<number>`rules_version`, movedAt: sql<Date>`moved_at`.mapWith(purchaseSignUp.movedAt), paperSignedOn: sql<string | null>`paper_signed_on::text`, orderSignedOn: sql<string | null>`order_signed_on::text`, leftSignedOn: sql<string | null>`left_signed_on::text`,
      orderedAt: sql<Date | null>`ordered_at`.mapWith(purchaseSignUp.orderedAt), coolingOffFrom: sql<string | null>`cooling_off_from::text`, coolingOffUntil: sql<string | null>`cooling_off_until::text`, heldUntil: sql<string | null>`held_until::text`, visitOn: sql<string | null>`visit_on::text`,
      plannedOn: sql<string | null>`planned_on::text`, termsVersion: sql<string | null>`terms_version`, offer: sql<OfferOnPaper | null>`offer`, answers: sql<Record<string, string>>`answers`, contact: sql<Contact | null>`contact`, agreed: sql<boolean | null>`agreed`,
    })
    .from(sql`viewer.paper_sign_ups()`);
}

/** The titles of the purchases of some sign-ups of the own household, by the id of the sign-up; also while it is helped. */
export async function titlesOfSignUps(tx: ViewerTx, signUpIds: readonly string[]): Promise<Map<string, string>> {
  if (signUpIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: sql<string>`s.id`, title: sql<string>`p.title` })
    .from(sql`(select id, purchase_id from purchase_sign_up union select id, purchase_id from viewer.paper_sign_ups()) s join purchase p on p.id = s.purchase_id`)
    .where(sql`s.id in (${sql.join(signUpIds.map((id) => sql`${id}::uuid`), sql`, `)})`);
  return new Map(rows.map(({ id, title }) => [id, title]));
}
