import type { Audience } from "../../../db/schema/people.ts";
import type { AudienceOption } from "./audience-options.server.ts";
import { undoUntil } from "./undo.ts";

/** Why something cannot be done, as a key of the words; row-level security is what refuses. */
export type Refusal = "audience_too_small" | "withdrawn" | "too_late" | "hidden" | "joined_by_others";

type Item = { withdrawnAt: Date | null; hiddenAt: Date | null };

/** Whether an item may be shared with an audience: only with one that is offered. */
export function refuseAudience(wanted: Audience, offered: readonly AudienceOption[]): Refusal | null {
  return offered.some(({ audience }) => audience === wanted) ? null : "audience_too_small";
}

/** Whether an item may be changed: what was withdrawn must be put back first. */
export function refuseChange(item: Item): Refusal | null {
  return item.withdrawnAt ? "withdrawn" : null;
}

/** Whether a withdrawn item may be put back. */
export function refuseRestore(item: Item, now: Date): Refusal | null {
  return item.withdrawnAt && undoUntil(item.withdrawnAt) <= now ? "too_late" : null;
}
