import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { DoorOpen } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceBadge } from "../features/sharing/audience-badge.tsx";
import { listVisits } from "../features/visits/list-visits.server.ts";
import { RequestRow } from "../features/visits/request-row.tsx";
import { useRouteDay } from "../features/visits/use-moment.ts";
import { VisitCard } from "../features/visits/visit-card.tsx";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => listVisits(tx, resident));
  return { ...wordsFor(resident.locale, "visits", "catalogue"), title: serverT(resident.locale, "visits")("list.title"), ...found };
}

export default function Visits() {
  const t = useT("visits");
  const { title, open, routes, asGuest, own } = useLoaderData<typeof loader>();
  const day = useRouteDay();
  const openDoor = (
    <ButtonLink look={open.length > 0 ? "secondary" : "primary"} to="/kijkjes/nieuw">
      {t("list.open")}
    </ButtonLink>
  );
  return (
    <Page title={title} intro={t("list.intro")}>
      {routes.length > 0 ? (
        <Section title={t("list.routes")}>
          <ul className="flex flex-col">
            {routes.map((route) => (
              <li key={route.id}>
                <Link to={`/kijkjes/route/${route.id}`} className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
                  {`${route.title}, ${day(route.day)}`}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {open.length > 0 ? (
        <Section title={t("list.coming")}>
          <ul className="flex flex-col gap-3">
            {open.map(({ visit, moments }) => (
              <li key={visit.id}>
                <VisitCard visit={visit} moments={moments} />
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <EmptyState icon={<DoorOpen />} title={t("list.none")} action={own.length > 0 ? null : openDoor}>
          {t("list.noneText")}
        </EmptyState>
      )}
      <Section title={t("list.guest")}>
        {asGuest.length > 0 ? (
          <Rows>
            {asGuest.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </Rows>
        ) : (
          <p className="text-ink-soft">{t("list.guestNone")}</p>
        )}
      </Section>
      <Section title={t("list.host")}>
        {own.length > 0 ? (
          <ul className="flex flex-col gap-3">
            {own.map(({ visit, moments, waiting, agreed }) => (
              <li key={visit.id}>
                <VisitCard visit={visit} moments={moments}>
                  <AudienceBadge audience={visit.audience} />
                  {waiting > 0 ? <span className="rounded-full bg-sun-soft px-3 py-1 text-sm">{t("list.waiting", { count: waiting })}</span> : null}
                  {agreed > 0 ? <span className="rounded-full bg-garden-soft px-3 py-1 text-sm">{t("list.agreed", { count: agreed })}</span> : null}
                </VisitCard>
              </li>
            ))}
          </ul>
        ) : (
          <p className="measure text-ink-soft">{`${t("list.hostNone")} ${t("list.hostNoneText")}`}</p>
        )}
        {open.length > 0 || own.length > 0 ? <p>{openDoor}</p> : null}
      </Section>
      <p>
        <Link to="/koplopers" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("list.koplopers")}
        </Link>
      </p>
    </Page>
  );
}
