import { useT } from "../../i18n/use-t.tsx";
import { Card, Facts } from "../../ui/page.tsx";
import type { RequestState } from "./policy.ts";
import { useMoment } from "./use-moment.ts";
import { useToSee } from "./visit-title.ts";
import type { VisitRequest } from "./visit-requests.server.ts";

type Shown = Omit<VisitRequest, "startsAt" | "endsAt" | "askedAt" | "cancelledAt" | "noShowAt"> & { startsAt: Date | string | null; endsAt: Date | string | null; noShowAt: Date | string | null };

/** All that one of the two reads of a request. Needs `visits` and `catalogue`. */
export function RequestView({ request, state }: { request: Shown; state: RequestState }) {
  const t = useT("visits");
  const when = useMoment();
  const toSee = useToSee();
  const { side, streetName, otherName, address, startsAt, endsAt, people, line, revealed, kinds, houseRules, placesLeft } = request;
  const host = side === "host";
  return (
    <>
      <Standing request={request} state={state} />
      <Facts
        facts={[
          { name: t("request.when"), value: startsAt && endsAt ? when(startsAt, endsAt) : t("request.toAgree"), note: host && state === "waiting" && placesLeft !== null ? t("request.places", { count: Math.max(0, Number(placesLeft)) }) : null },
          { name: t("request.who"), value: otherName ?? t("request.someone", { street: streetName }) },
          ...(address ? [{ name: t(host ? "request.addressGuest" : "request.address"), value: address, note: revealed ? t("request.revealed") : null }] : []),
          { name: t("request.people"), value: t("request.peopleCount", { count: people }) },
          { name: t("facts.see"), value: toSee(kinds) },
          ...(!host && houseRules ? [{ name: t("facts.rules"), value: <span className="font-normal break-words whitespace-pre-line">{houseRules}</span> }] : []),
        ]}
      />
      {line ? <Said title={t("request.line")} text={line} /> : null}
      {host && !line && !request.blocked ? <p className="text-ink-soft">{t("request.lineHidden")}</p> : null}
      {request.answerWords ? <Said title={t(host ? "request.youSaid" : "request.said")} text={request.answerWords} /> : null}
      {request.otherThanks || request.otherWords ? <Said title={t("request.otherSays")} text={[request.otherThanks ? t("request.thanked") : null, request.otherWords].filter(Boolean).join("\n")} /> : null}
      {request.ownThanks || request.ownWords ? <Said title={t("request.youSay")} text={[request.ownThanks ? t("request.thanked") : null, request.ownWords].filter(Boolean).join("\n")} /> : null}
      {request.noShowAt ? <p className="text-ink-soft">{t("request.noted")}</p> : null}
    </>
  );
}

/** What became of it, in a sentence to the one who reads. */
function Standing({ request, state }: { request: Shown; state: RequestState }) {
  const t = useT("visits");
  const { side, streetName, declineReason, cancelledBy, cancelWords } = request;
  if (state === "waiting") return <Card tone="sun">{side === "host" ? t("request.waitingHost", { street: streetName }) : t("request.waitingGuest")}</Card>;
  if (state === "lapsed") return <Card>{t(side === "host" ? "request.lapsedHost" : "request.lapsedGuest")}</Card>;
  if (state === "declined" && declineReason) return <Card>{t(`request.declinedWhy.${declineReason}`)}</Card>;
  if (state === "cancelled") {
    return (
      <Card tone="brick">
        <p>{t(cancelledBy === "nobody" ? "request.cancelledNobody" : cancelledBy === side ? "request.cancelledSelf" : "request.cancelledOther")}</p>
        {cancelWords ? <p className="mt-2 measure break-words whitespace-pre-line">{cancelWords}</p> : null}
      </Card>
    );
  }
  return null;
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <p className="measure break-words whitespace-pre-line">{text}</p>
    </section>
  );
}
