import type { TFunction } from "i18next";
import { useT } from "../../i18n/use-t.tsx";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { ReleaseCell } from "./published/release.ts";

type CellWord = "homes" | "letter" | "vouch" | "door" | "paper" | "join_in" | "think_along" | "informed" | "not_now" | "approached" | "decided" | "done" | "joined";

/** Cells and quarters in words, on the page and in a file the same. */
export function releaseWords(t: TFunction<"releases">, catalogue: TFunction<"catalogue">) {
  return {
    cell: (cell: string) => (isMeasureKind(cell) ? catalogue(`kinds.${cell}`) : t(`cells.${cell as CellWord}`)),
    shown: ({ kind, value }: Pick<ReleaseCell, "kind" | "value">) => (kind === "about" ? t("kinds.about", { value: value ?? 0 }) : t(`kinds.${kind}`)),
    quarter: (quarter: string) => t("quarter", { n: quarter.slice(-1), year: quarter.slice(0, 4) }),
    area: (area: string, name: string) => (area.startsWith("WK") ? t("district", { name }) : name),
  };
}

/** Needs `releases` and `catalogue`. */
export function useReleaseWords() {
  const t = useT("releases");
  return { t, ...releaseWords(t, useT("catalogue")) };
}
