import { Link } from "@remix-run/react";
import { DoorOpen, MessageCircleQuestion } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { MapCard } from "./map-card.tsx";
import { useSpotName } from "./spot-list.tsx";
import type { AtSpot, Spot } from "./street-spots.server.ts";

/** One street or square: what is asked about it, and who of it may be asked or visited without saying where they live. `back` leads to the list. Needs `map`, `questions` and `catalogue`. */
export function SpotCard({ spot, back }: { spot: Spot; back: string }) {
  const t = useT("map");
  const name = useSpotName();
  return (
    <MapCard label={t("spots.label")} title={name(spot)} note={<p className="text-sm text-ink-soft">{t(spot.building ? "spots.onlyBuilding" : "spots.onlyStreet")}</p>} back={back}>
      <ul className="flex flex-col gap-3">
        {spot.here.map((at) => (
          <li key={at.id} className="relative flex gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong">
            <At at={at} street={spot.street} />
          </li>
        ))}
      </ul>
    </MapCard>
  );
}

const paths = { question: "vragen", koploper: "koplopers", visit: "kijkjes" };

function At({ at, street }: { at: AtSpot; street: string }) {
  const t = useT("map");
  const names = useT("catalogue");
  const states = useT("questions");
  const kinds = at.kinds.map((kind) => names(`kinds.${kind}`)).join(", ");
  const Icon = at.what === "visit" ? DoorOpen : MessageCircleQuestion;
  return (
    <>
      <Icon aria-hidden className="size-6 shrink-0 text-garden" />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <h3 className="text-lg leading-snug break-words">
          <Link to={`/${paths[at.what]}/${at.id}`} className="after:absolute after:inset-0 after:rounded-card">
            {at.what === "question" ? at.title : t(`spots.${at.what}`, { street })}
          </Link>
        </h3>
        <p className="text-ink-soft">{[at.what === "question" && states(`states.${at.state}`), kinds].filter(Boolean).join(" · ")}</p>
      </div>
    </>
  );
}
