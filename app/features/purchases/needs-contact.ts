import type { SignUpState } from "../../../db/schema/purchase-choices.ts";

const needing: readonly SignUpState[] = ["interest", "suitability", "suitable", "offered", "waiting", "ordered", "confirmed", "planned"];

/** Whether a sign-up is still before its delivery and goes on, so that the supplier has a use for how the household is reached. */
export const needsContact = (state: SignUpState) => needing.includes(state);
