import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

/** What a thread is about, in a line. Needs `threads` and `catalogue`. */
export function useAbout(): (measureKind: MeasureKind | null) => string {
  const t = useT("threads");
  const names = useT("catalogue");
  return (kind) => (kind ? t("about", { kind: names(`kinds.${kind}`) }) : t("aboutNothing"));
}
