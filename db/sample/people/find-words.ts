import type { DoneBy } from "../../schema/sharing.ts";
import type { Random } from "../random.ts";
import type { Cluster } from "../town/town.ts";
import type { Said } from "../words/said.ts";

/** What has to be true for the words to fit. */
export interface Situation {
  cluster: Cluster;
  doneBy?: DoneBy | null;
  year?: number | null;
}

/** Finds words that fit; nothing when what fits has been said often enough. */
export type WordFinder = <Words extends Pick<Said, "text" | "in" | "by" | "since" | "until" | "after">>(stock: readonly Words[], situation: Situation) => Words | undefined;

/**
 * Hands out words from a stock, the least used first, each a few times at most within one neighbourhood: neighbours may
 * tell the same story, but not in the same words.
 */
export function wordFinder(random: Random, thisYear: number, mostUses = 2): WordFinder {
  const used = new Map<string, number>();
  return (stock, { cluster, doneBy, year }) => {
    const fitting = stock.filter(
      (words) =>
        (used.get(words.text) ?? 0) < mostUses &&
        (!words.in || words.in.includes(cluster)) &&
        (words.by ? words.by === doneBy : doneBy !== "previous_owner" && doneBy !== "landlord" && doneBy !== "vve") &&
        (words.since === undefined || (year ?? 0) >= words.since) &&
        (words.until === undefined || (year ?? 9999) <= words.until) &&
        (words.after === undefined || (year ?? 9999) + words.after <= thisYear),
    );
    if (fitting.length === 0) return undefined;
    const least = Math.min(...fitting.map(({ text }) => used.get(text) ?? 0));
    const chosen = random.pick(fitting.filter(({ text }) => (used.get(text) ?? 0) === least));
    used.set(chosen.text, least + 1);
    return chosen;
  };
}
