import type { PromiseOutcome } from "../../../db/schema/insights.ts";

export type PostState = "open" | "moved" | "kept" | "late" | "withdrawn";

/**
 * How a promise stands: kept once that was told, late when the day that counts now is over, moved when it was given a later day with a reason, else
 * open; and withdrawn, as an answer can be too, whatever came of it.
 * @param reports from the first on
 * @param today as 2026-11-22
 * @returns the state, and the day that counts now; both null for an answer that stands
 */
export function postState(post: { dueOn: string | null; withdrawnAt: Date | null }, reports: readonly { outcome: PromiseOutcome; dueOn: string | null }[], today: string): { state: PostState | null; dueNow: string | null } {
  const dueNow = reports.findLast(({ outcome }) => outcome === "late")?.dueOn ?? post.dueOn;
  if (post.withdrawnAt) return { state: "withdrawn", dueNow };
  if (!dueNow) return { state: null, dueNow: null };
  if (reports.some(({ outcome }) => outcome === "kept")) return { state: "kept", dueNow };
  if (dueNow < today) return { state: "late", dueNow };
  return { state: reports.length > 0 ? "moved" : "open", dueNow };
}
