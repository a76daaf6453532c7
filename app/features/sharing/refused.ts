import type { Refusal } from "./policy.ts";

/** A deed that a policy refuses; the page says why. */
export class Refused extends Error {
  constructor(readonly reason: Refusal) {
    super(`refused: ${reason}`);
  }
}
