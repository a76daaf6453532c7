import { useT } from "../../i18n/use-t.tsx";
import { Facts } from "../../ui/page.tsx";
import type { FoundWish } from "./find-wish.server.ts";

/** A wish as a neighbour sees it; the owner's preview is this same component. Needs `wishes` and `catalogue`. */
export function WishView({ wish }: { wish: Pick<FoundWish, "note" | "horizon" | "holdingBack"> }) {
  const t = useT("wishes");
  const names = useT("catalogue");
  const facts = [
    wish.horizon && { name: t("detail.horizon"), value: names(`horizons.${wish.horizon}`) },
    wish.holdingBack.length > 0 && { name: t("detail.holdingBack"), value: wish.holdingBack.map((obstacle) => names(`obstacles.${obstacle}`)).join(", ") },
  ].filter((fact) => typeof fact === "object" && fact !== null);
  return (
    <>
      {wish.note ? <p className="measure whitespace-pre-line break-words text-lg">{wish.note}</p> : null}
      {facts.length > 0 ? <Facts facts={facts} /> : null}
    </>
  );
}
