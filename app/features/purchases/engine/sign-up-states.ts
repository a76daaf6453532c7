import { exits, type SignUpMover as Mover, type SignUpState } from "../../../../db/schema/purchase-choices.ts";

export type Arrow = {
  from: SignUpState;
  to: SignUpState;
  by: readonly Mover[];
  /** A reason code has to be given. */
  reasoned?: true;
  /** Only while the cooling-off runs, which for a sale is until 14 days after delivery; or only when it is over. */
  coolingOff?: "runs" | "over";
};

/** Those who have an offer or are on their way to one. */
const beforeOrder = ["interest", "suitability", "suitable", "offered", "waiting"] as const;
/** Those for whom the supplier still has to work. */
const withSupplier = ["suitable", "offered", "waiting", "ordered", "paused", "confirmed", "planned", "complaint"] as const;

/** Every step that a sign-up can make; what is not here does not happen, whoever asks. */
export const arrows: readonly Arrow[] = [
  { from: "interest", to: "suitability", by: ["resident", "moderator"] },
  { from: "suitability", to: "suitable", by: ["moderator"] },
  { from: "suitability", to: "unsuitable", by: ["moderator"], reasoned: true },
  { from: "suitable", to: "unsuitable", by: ["moderator"], reasoned: true },
  { from: "suitable", to: "offered", by: ["moderator"] },
  // An order takes a place; where none is left it waits, and gets its offer back when one comes free: nobody orders by a date.
  { from: "offered", to: "ordered", by: ["resident"] },
  { from: "offered", to: "waiting", by: ["resident"] },
  { from: "waiting", to: "offered", by: ["time"] },
  { from: "offered", to: "declined", by: ["resident"] },
  { from: "ordered", to: "paused", by: ["housemate"] },
  { from: "paused", to: "ordered", by: ["housemate"] },
  { from: "ordered", to: "confirmed", by: ["time"], coolingOff: "over" },
  // A day can be agreed on before the cooling-off is over: that of a sale only begins with the delivery.
  { from: "ordered", to: "planned", by: ["moderator"] },
  { from: "confirmed", to: "planned", by: ["moderator"] },
  { from: "planned", to: "delivered", by: ["resident", "moderator"] },
  { from: "delivered", to: "complaint", by: ["resident"] },
  { from: "delivered", to: "reviewed", by: ["resident"] },
  { from: "reviewed", to: "complaint", by: ["resident"] },
  { from: "complaint", to: "delivered", by: ["resident", "moderator"] },
  { from: "interest", to: "withdrawn", by: ["resident"] },
  { from: "suitability", to: "withdrawn", by: ["resident"] },
  { from: "suitable", to: "withdrawn", by: ["resident"] },
  { from: "waiting", to: "withdrawn", by: ["resident"] },
  { from: "ordered", to: "withdrawn", by: ["resident"], coolingOff: "runs" },
  { from: "paused", to: "withdrawn", by: ["resident", "housemate"] },
  { from: "planned", to: "withdrawn", by: ["resident"], coolingOff: "runs" },
  { from: "delivered", to: "withdrawn", by: ["resident"], coolingOff: "runs" },
  { from: "complaint", to: "withdrawn", by: ["resident"], coolingOff: "runs" },
  { from: "reviewed", to: "withdrawn", by: ["resident"], coolingOff: "runs" },
  // A purchase that stays below its threshold lapses for everybody in it, an offer by its own date.
  ...[...beforeOrder, "ordered", "paused", "confirmed"].map((from): Arrow => ({ from: from as SignUpState, to: "lapsed", by: ["time", "moderator"], reasoned: true })),
  ...beforeOrder.map((from): Arrow => ({ from, to: "next_round", by: ["resident", "moderator"] })),
  ...withSupplier.map((from): Arrow => ({ from, to: "supplier_failed", by: ["moderator"], reasoned: true })),
];

/** The states in which a home has an active order: at most one sign-up of a dwelling is in one of them. */
export const orderStates = ["ordered", "paused", "confirmed", "planned", "delivered", "complaint", "reviewed"] as const satisfies readonly SignUpState[];

/** What counts towards the threshold and takes a place: orders that stand. One that is paused keeps its place and does not count. */
export function counts(state: SignUpState): boolean {
  return state !== "paused" && (orderStates as readonly SignUpState[]).includes(state);
}

/** Whether a sign-up ended early: nothing leads out of where it is. */
export const hasEnded = (state: SignUpState) => (exits as readonly SignUpState[]).includes(state);

export type Refusal = "no_such_step" | "not_yours" | "needs_reason" | "cooling_off_over" | "cooling_off_runs";

/**
 * Whether somebody may bring a sign-up from one state to another.
 * @returns the arrow, or why not
 */
export function stepFor(from: SignUpState, to: SignUpState, how: { by: Mover; reason?: string; coolingOff: boolean }): Arrow | Refusal {
  const arrow = arrows.find((each) => each.from === from && each.to === to);
  if (!arrow) return "no_such_step";
  if (!arrow.by.includes(how.by)) return "not_yours";
  if (arrow.reasoned && !how.reason) return "needs_reason";
  if (arrow.coolingOff === "runs" && !how.coolingOff) return "cooling_off_over";
  if (arrow.coolingOff === "over" && how.coolingOff) return "cooling_off_runs";
  return arrow;
}
