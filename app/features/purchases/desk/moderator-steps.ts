import type { SignUpState, StepReason } from "../../../../db/schema/purchase-choices.ts";
import { arrows } from "../engine/sign-up-states.ts";

/**
 * Where moderators bring sign-ups one by one. An offer is made by reading it in, and a supplier fails for everybody at once: these have
 * ways of their own.
 */
export const targets = ["suitability", "suitable", "unsuitable", "planned", "delivered", "next_round", "lapsed"] as const;
export type Target = (typeof targets)[number];

/** How many sign-ups make a step at once. */
export const mostInBulk = 100;

/** Where a moderator can bring a sign-up from here. */
export function targetsOf(state: SignUpState): Target[] {
  return targets.filter((target) => arrows.some(({ from, to, by }) => from === state && to === target && by.includes("moderator")));
}

export const isTarget = (from: SignUpState, to: Target) => targetsOf(from).includes(to);

/** The reasons of which a step needs one. */
export const signUpReasons = ["home", "technical", "permit", "no_answer", "no_capacity", "moved", "other"] as const satisfies readonly StepReason[];
type SignUpReason = (typeof signUpReasons)[number];
export function reasonsFor(target: Target): SignUpReason[] {
  if (target === "unsuitable") return ["home", "technical", "permit", "other"];
  return target === "lapsed" ? ["no_answer", "no_capacity", "moved", "other"] : [];
}

/** Whether a step is about a day: that of the work, or of the delivery. */
export const needsDay = (target: Target) => target === "planned" || target === "delivered";
