import { useT } from "../../i18n/use-t.tsx";

/** Who shares it, as neighbours see it: the chosen name, or somebody from the street. Needs the namespace `catalogue`. */
export function usePersonName(): (who: { shownName: string | null; streetName: string; own?: boolean }) => string {
  const t = useT("catalogue");
  return ({ shownName, streetName, own }) => (own ? t("me") : (shownName ?? t("someone", { street: streetName })));
}
