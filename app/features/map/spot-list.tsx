import { Link } from "@remix-run/react";
import { MapPin } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { mapUrl } from "./filters.ts";
import type { SpotCounts } from "./street-spots.server.ts";

/** What stands at a spot, counted. */
function useSpotLine(): (spot: SpotCounts) => string {
  const t = useT("map");
  return ({ questions, koplopers, visits }) =>
    [questions > 0 && t("spots.questions", { count: questions }), koplopers > 0 && t("spots.koplopers", { count: koplopers }), visits > 0 && t("spots.visits", { count: visits })].filter(Boolean).join(" · ");
}

/** What a spot is called. */
export function useSpotName(): (spot: Pick<SpotCounts, "street" | "building">) => string {
  const t = useT("map");
  return ({ street, building }) => (building ? t("spots.ownBuilding") : street);
}

/** The streets and squares on the map where something is asked or open, as a list; folded unless they are what was asked for (`only`). */
export function SpotList({ spots, query, only }: { spots: SpotCounts[]; query: URLSearchParams; only: boolean }) {
  const t = useT("map");
  const line = useSpotLine();
  const name = useSpotName();
  if (spots.length === 0) {
    return only ? (
      <EmptyState icon={<MapPin />} title={t("spots.none")} action={<ButtonLink to="/vragen/nieuw">{t("spots.ask")}</ButtonLink>}>
        {t("spots.noneText")}
      </EmptyState>
    ) : null;
  }
  return (
    <details open={only} className="mb-4 border-b border-line pb-2">
      <summary className="min-h-11 content-center text-lg font-semibold">{t("spots.title", { count: spots.length })}</summary>
      <p className="text-sm text-ink-soft">{t("spots.about")}</p>
      <ul className="-mx-2 mt-1 divide-y divide-line">
        {spots.map((spot) => (
          <li key={spot.place}>
            <Link id={`plek-${spot.place}`} to={mapUrl(query, { plek: spot.place, huis: null })} preventScrollReset className="flex min-h-14 flex-col justify-center rounded-xl px-2 py-2 hover:bg-raised">
              <span className="font-semibold">{name(spot)}</span>
              <span>{line(spot)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
