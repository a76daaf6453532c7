import type { Locale } from "../../../db/schema/choices.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { NeighbourRanges } from "./neighbours-with-kind.server.ts";

/** What neighbours told of cost and of how content they are, a text for each answer that was given. */
export type InWords = { count: number; cost: string[]; content: string[] };

/** Puts ranges into words, which costs the pages nothing when it is done here. */
export function inWords(locale: Locale, { count, costs, satisfaction }: NeighbourRanges): InWords {
  const t = serverT(locale, "figures");
  const names = serverT(locale, "catalogue");
  const times = (each: number, what: string) => t("neighbours.times", { times: each, what });
  return {
    count,
    cost: costs.map((each) => times(each.count, names(`costs.${each.range}`))),
    content: satisfaction.map((each) => times(each.count, names(`satisfaction.${String(each.score) as "1"}`))),
  };
}
