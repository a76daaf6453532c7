import { useT } from "../../i18n/use-t.tsx";
import type { NeighbourRanges } from "./neighbours-with-kind.server.ts";

/** What neighbours told of cost and of how content they are, a text for each answer that was given. Needs `figures` and `catalogue`. */
export function useTold(): (ranges: Pick<NeighbourRanges, "costs" | "satisfaction">) => { cost: string[]; content: string[] } {
  const t = useT("figures");
  const names = useT("catalogue");
  const times = (count: number, what: string) => t("neighbours.times", { times: count, what });
  return ({ costs, satisfaction }) => ({
    cost: costs.map(({ range, count }) => times(count, names(`costs.${range}`))),
    content: satisfaction.map(({ score, count }) => times(count, names(`satisfaction.${String(score) as "1"}`))),
  });
}
