import { useT } from "../../i18n/use-t.tsx";

/**
 * Who shares it, as neighbours see it: the chosen name, or somebody from the street, `within` a sentence without a capital.
 * Needs the namespace `catalogue`.
 */
export function usePersonName(): (who: { shownName: string | null; streetName: string; own?: boolean }, within?: boolean) => string {
  const t = useT("catalogue");
  return ({ shownName, streetName, own }, within = false) => (own ? t("me") : (shownName ?? t(within ? "someoneWithin" : "someone", { street: streetName })));
}
