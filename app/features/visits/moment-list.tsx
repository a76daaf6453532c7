import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink, Unseen } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/rows.tsx";
import { type ListedRequest, RequestRow } from "./request-row.tsx";
import { useMoment } from "./use-moment.ts";
import type { ListedMoment } from "./visit-card.tsx";

type Request = ListedRequest & { slotId: string | null };
const stands = ({ state }: Request) => state === "waiting" || state === "accepted";

/** When a door is open, with the way to ask; for its household with the way to call off, and with who wants to come. Needs `visits`. */
export function MomentList({ visit, times, requests, own }: { visit: { id: string; byAppointment: boolean }; times: ListedMoment[]; requests: Request[]; own: boolean }) {
  const t = useT("visits");
  const when = useMoment();
  const path = `/kijkjes/${visit.id}`;
  const places = ({ placesLeft }: ListedMoment) => (placesLeft > 0 ? t("card.places", { count: placesLeft }) : t("card.full"));
  const asked = requests.find((request) => request.slotId === null && stands(request));
  return (
    <>
      <Section title={t("detail.moments")} aside={own ? <Add to={`${path}/momenten`} words={t("detail.addMoment")} /> : null}>
        {times.length > 0 ? (
          <Rows>
            {times.map((time) => {
              const mine = own ? null : requests.find((request) => request.slotId === time.id && stands(request));
              return (
                <Row
                  key={time.id}
                  title={when(time.startsAt, time.endsAt)}
                  aside={
                    own ? (
                      <ButtonLink look="quiet" to={`/kijkjes/moment/${time.id}/afzegging`}>
                        {t("detail.callOffMoment")}
                        <Unseen>: {when(time.startsAt, time.endsAt)}</Unseen>
                      </ButtonLink>
                    ) : mine ? (
                      <Add to={`/kijkjes/verzoek/${mine.id}`} words={t("detail.asked")} />
                    ) : (
                      <ButtonLink look="secondary" to={`${path}/vraag?moment=${time.id}`}>
                        {t("detail.ask")}
                        <Unseen>: {when(time.startsAt, time.endsAt)}</Unseen>
                      </ButtonLink>
                    )
                  }
                >
                  {places(time)}
                </Row>
              );
            })}
          </Rows>
        ) : visit.byAppointment ? null : (
          <p className="text-ink-soft">{t("detail.noMoments")}</p>
        )}
        {visit.byAppointment ? <p>{t("list.appointment")}</p> : null}
        {visit.byAppointment && !own ? <p>{asked ? <Add to={`/kijkjes/verzoek/${asked.id}`} words={t("detail.asked")} /> : <ButtonLink to={`${path}/vraag?moment=`}>{t("detail.askAppointment")}</ButtonLink>}</p> : null}
        {!own && times.some(({ placesLeft }) => placesLeft <= 0) ? <p className="measure text-ink-soft">{t("detail.waitingList")}</p> : null}
      </Section>
      {own ? (
        <Section title={t("detail.requests")}>
          {requests.length > 0 ? (
            <>
              <p className="-mt-2 measure text-ink-soft">{t("detail.order")}</p>
              <Rows>
                {requests.map((request) => (
                  <RequestRow key={request.id} request={request} />
                ))}
              </Rows>
            </>
          ) : (
            <p className="text-ink-soft">{t("detail.requestsNone")}</p>
          )}
        </Section>
      ) : null}
    </>
  );
}

function Add({ to, words }: { to: string; words: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
      {words}
    </Link>
  );
}
