import { Link } from "@remix-run/react";
import { DoorOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { KindTile } from "../measures/kind-tile.tsx";
import type { SeenVisit } from "./find-visit.server.ts";
import { useMoment } from "./use-moment.ts";
import { useToSee, useVisitTitle } from "./visit-title.ts";

/** A moment as a list shows it. */
export type ListedMoment = { id: string; startsAt: Date | string; endsAt: Date | string; placesLeft: number };

/** An opening in a list with its first moments; `children` is what only its household sees. Needs `visits` and `catalogue`. */
export function VisitCard({ visit, moments, children }: { visit: Pick<SeenVisit, "id" | "streetName" | "number" | "kinds" | "byAppointment">; moments: ListedMoment[]; children?: ReactNode }) {
  const t = useT("visits");
  const title = useVisitTitle();
  const toSee = useToSee();
  const when = useMoment();
  const [first] = visit.kinds;
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong sm:gap-4">
      {first ? (
        <KindTile kind={first} />
      ) : (
        <span aria-hidden className="grid size-11 shrink-0 place-items-center rounded-xl bg-garden-soft text-garden">
          <DoorOpen className="size-6" />
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h3 className="text-lg leading-snug break-words">
          <Link to={`/kijkjes/${visit.id}`} className="after:absolute after:inset-0 after:rounded-card">
            {title(visit)}
          </Link>
        </h3>
        <p className="text-ink-soft">{toSee(visit.kinds)}</p>
        {moments.length > 0 ? (
          <ul>
            {moments.slice(0, 3).map(({ id, startsAt, endsAt, placesLeft }) => (
              <li key={id}>
                {when(startsAt, endsAt)} · {placesLeft > 0 ? t("card.places", { count: placesLeft }) : t("card.full")}
              </li>
            ))}
          </ul>
        ) : null}
        {visit.byAppointment ? <p>{t("card.appointment")}</p> : null}
        {children ? <div className="relative mt-1 flex flex-wrap items-center gap-2">{children}</div> : null}
      </div>
    </article>
  );
}
