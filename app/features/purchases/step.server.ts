import { sql } from "drizzle-orm";
import type { SignUpState, StepReason } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { today } from "../roles/role-days.ts";
import { asked } from "./asked.server.ts";
import { coolingOffEnds } from "./engine/cooling-off.ts";

/** A step that somebody makes with a sign-up; to an offer and to an order there are other ways. */
export type Step = { to: Exclude<SignUpState, "interest" | "suitable" | "offered" | "waiting"> | "suitable"; reason?: StepReason | null; words?: string | null; day?: string | null };
export type Stepped = "stepped" | "no_such_step" | "not_yours" | "needs_reason" | "needs_day" | "cooling_off_over" | "not_reached";

/**
 * Makes a step along the arrows, as resident, other adult of the home, or moderator, whichever may.
 * @param step.day when work is planned, or was done (today)
 * @returns why not; null when there is no such sign-up for the viewer
 */
export function stepSignUp(tx: ViewerTx, signUpId: string, { to, reason = null, words = null, day = null }: Step): Promise<Stepped | null> {
  const until = to === "delivered" ? coolingOffEnds(day ?? today()) : null;
  return asked(tx, sql`viewer.step_sign_up(${signUpId}::uuid, ${to}, ${reason}, ${words}, ${day}::date, ${until}::date)`);
}

/** Says how it went, from 1 to 5 and in words for the moderators. @returns as stepSignUp */
export function reviewPurchase(tx: ViewerTx, signUpId: string, satisfaction: number, words: string | null): Promise<Stepped | null> {
  return asked(tx, sql`viewer.review_purchase(${signUpId}::uuid, ${satisfaction}::smallint, ${words})`);
}
