import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

/** What an opening is called: where it is, as far as it shows that. Needs `visits`. */
export function useVisitTitle(): (visit: { streetName: string; number: string | null }) => string {
  const t = useT("visits");
  return ({ streetName, number }) => (number ? t("card.titleHome", { street: streetName, number }) : t("card.title", { street: streetName }));
}

/** What can be seen, in words. Needs `visits` and `catalogue`. */
export function useToSee(): (kinds: readonly MeasureKind[]) => string {
  const t = useT("visits");
  const names = useT("catalogue");
  return (kinds) => (kinds.length > 0 ? kinds.map((kind) => names(`kinds.${kind}`)).join(", ") : t("card.anything"));
}
