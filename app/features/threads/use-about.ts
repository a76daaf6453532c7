import type { AskedAbout } from "../../../db/schema/threads.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

type About = { aboutKind: AskedAbout; measureKind: MeasureKind | null };

/** What a thread is about, in a line. Needs `threads` and `catalogue`. */
export function useAbout(): (thread: About) => string {
  const t = useT("threads");
  const names = useT("catalogue");
  return ({ aboutKind, measureKind }) => (aboutKind === "koploper" ? t("aboutKoploper") : measureKind ? t("about", { kind: names(`kinds.${measureKind}`) }) : t("aboutNothing"));
}
