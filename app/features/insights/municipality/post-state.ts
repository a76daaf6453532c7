import type { PromiseOutcome } from "../../../../db/schema/insights.ts";

export type PromiseState = "open" | "moved" | "kept" | "late";

/**
 * How a promise stands: kept once that was told, late when the day that counts now is over, moved when it was given a later day with a reason, else open.
 * @param reports from the first on
 * @param today as 2026-11-22
 * @returns the state, and the day that counts now; both null for an answer
 */
export function postState(post: { dueOn: string | null }, reports: readonly { outcome: PromiseOutcome; dueOn: string | null }[], today: string): { state: PromiseState | null; dueNow: string | null } {
  if (!post.dueOn) return { state: null, dueNow: null };
  const dueNow = reports.findLast(({ outcome }) => outcome === "late")?.dueOn ?? post.dueOn;
  if (reports.some(({ outcome }) => outcome === "kept")) return { state: "kept", dueNow };
  if (dueNow < today) return { state: "late", dueNow };
  return { state: reports.length > 0 ? "moved" : "open", dueNow };
}
