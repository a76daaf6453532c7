import { Link, useNavigationType } from "@remix-run/react";
import { ArrowLeft, DoorOpen, MessageCircleQuestion } from "lucide-react";
import { useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { useSpotName } from "./spot-list.tsx";
import type { AtSpot, Spot } from "./street-spots.server.ts";

/** One street or square: what is asked about it, and who of it may be asked or visited without saying where they live. `back` leads to the list. Needs `map`, `questions` and `catalogue`. */
export function SpotCard({ spot, back }: { spot: Spot; back: string }) {
  const t = useT("map");
  const name = useSpotName();
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useNavigationType();
  useEffect(() => {
    if (came === "PUSH") heading.current?.focus({ preventScroll: true });
  }, [came]);
  return (
    <section aria-label={t("spots.label")} className="flex flex-col gap-4 pb-4">
      <div>
        <Link to={back} preventScrollReset className="inline-flex min-h-11 items-center gap-1.5 text-garden underline underline-offset-4">
          <ArrowLeft aria-hidden className="size-5" />
          {t("card.back")}
        </Link>
        <h2 ref={heading} tabIndex={-1} className="text-2xl focus:outline-none">
          {name(spot)}
        </h2>
        <p className="text-sm text-ink-soft">{t(spot.building ? "spots.onlyBuilding" : "spots.onlyStreet")}</p>
      </div>
      <ul className="flex flex-col gap-3">
        {spot.here.map((at) => (
          <li key={at.id} className="relative flex gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong">
            <At at={at} street={spot.street} />
          </li>
        ))}
      </ul>
    </section>
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
