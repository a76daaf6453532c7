import { useT } from "../../i18n/use-t.tsx";
import type { KindKnown } from "./kinds-known.server.ts";

/** What there is to read of a kind of measure, in the order of its page; what there is none of is left out. Needs `knowledge`. */
export function useCounts(): (known: Omit<KindKnown, "kind">) => { id: string; words: string }[] {
  const t = useT("knowledge");
  return ({ outcomes, open, homes, koplopers, visits }) =>
    [
      { id: "uitgezocht", many: outcomes, words: t("jump.outcomes", { count: outcomes }) },
      { id: "open", many: open, words: t("jump.open", { count: open }) },
      { id: "ervaringen", many: homes, words: t("jump.homes", { count: homes }) },
      { id: "vragen-aan", many: koplopers, words: t("jump.koplopers", { count: koplopers }) },
      { id: "kijken", many: visits, words: t("jump.visits", { count: visits }) },
    ].flatMap(({ id, many, words }) => (many > 0 ? [{ id, words }] : []));
}
