import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { deedsOf, mayReport, stateOf } from "../features/visits/policy.ts";
import { StateBadge } from "../features/visits/request-row.tsx";
import { RequestView } from "../features/visits/request-view.tsx";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  const now = new Date();
  const t = serverT(resident.locale, "visits");
  return { ...wordsFor(resident.locale, "visits", "catalogue"), title: request.side === "guest" ? t("request.titleAt", { street: request.streetName }) : t("request.title"), request, state: stateOf(request, now), deeds: deedsOf(request, now) };
}

const quiet = "inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4";

export default function VisitRequestPage() {
  const t = useT("visits");
  const { title, request, state, deeds } = useLoaderData<typeof loader>();
  const path = `/kijkjes/verzoek/${request.id}`;
  return (
    <Page title={title} intro={<StateBadge state={state} />} back={{ to: request.side === "host" ? `/kijkjes/${request.visitId}` : "/kijkjes", words: t("request.back") }}>
      <RequestView request={request} state={state} />
      {deeds.answer ? (
        <p className="flex flex-col gap-3 sm:flex-row">
          <ButtonLink wide to={`${path}/ja`}>
            {t("request.yes")}
          </ButtonLink>
          <ButtonLink look="secondary" wide to={`${path}/nee`}>
            {t("request.no")}
          </ButtonLink>
        </p>
      ) : null}
      {deeds.calendar ? (
        <p>
          <a href={`${path}/agenda.ics`} className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4" download="kijkje.ics">
            {t("request.calendar")}
          </a>
        </p>
      ) : null}
      {deeds.thank ? (
        <p>
          <ButtonLink to={`${path}/bedankje`}>{t(request.ownThanks || request.ownWords ? "request.thankAgain" : "request.thank")}</ButtonLink>
        </p>
      ) : null}
      {deeds.callOff ? (
        <p>
          <ButtonLink look="danger" to={`${path}/afzegging`}>
            {t(state === "waiting" ? "request.withdraw" : "request.callOff")}
          </ButtonLink>
        </p>
      ) : null}
      {deeds.noShow ? (
        <Form method="post" action={`${path}/${request.noShowAt ? "toch-gekomen" : "niet-gekomen"}`} className="flex flex-col items-start gap-2">
          <p className="measure text-sm text-ink-soft">{t("request.noShowText")}</p>
          <Button look="secondary">{t(request.noShowAt ? "request.came" : "request.noShow")}</Button>
        </Form>
      ) : null}
      {request.blocked ? null : (
        <p className="flex flex-wrap gap-x-6">
          {mayReport(request) ? (
            <Link to={`${path}/melden`} className={quiet}>
              {t("request.report")}
            </Link>
          ) : null}
          <Link to={`${path}/blokkeren`} className={quiet}>
            {t("request.block")}
          </Link>
        </p>
      )}
    </Page>
  );
}
