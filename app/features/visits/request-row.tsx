import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Row } from "../../ui/rows.tsx";
import type { RequestState } from "./policy.ts";
import { useMoment } from "./use-moment.ts";

export type ListedRequest = { id: string; side: "host" | "guest"; streetName: string; otherName: string | null; startsAt: Date | string | null; endsAt: Date | string | null; people: number; state: RequestState };

/** A request in a list: whose or where, when, how many, and how it stands. Needs `visits`. */
export function RequestRow({ request }: { request: ListedRequest }) {
  const t = useT("visits");
  const when = useMoment();
  const { id, side, streetName, otherName, startsAt, endsAt, people, state } = request;
  const title = side === "guest" ? t("request.titleAt", { street: streetName }) : (otherName ?? t("request.someone", { street: streetName }));
  return (
    <Row
      title={
        <Link to={`/kijkjes/verzoek/${id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {title}
        </Link>
      }
      aside={<StateBadge state={state} />}
    >
      {[startsAt && endsAt ? when(startsAt, endsAt) : t("request.toAgree"), t("request.peopleCount", { count: people })].join(" · ")}
    </Row>
  );
}

const tones: Record<RequestState, string> = { waiting: "bg-sun-soft", accepted: "bg-garden-soft", over: "bg-raised", declined: "bg-raised", lapsed: "bg-raised", cancelled: "bg-brick-soft" };

/** How a request stands, in a word. Needs `visits`. */
export function StateBadge({ state }: { state: RequestState }) {
  const t = useT("visits");
  return <span className={`rounded-full px-3 py-1 text-sm ${tones[state]}`}>{t(`request.states.${state}`)}</span>;
}
