import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Footprints } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { RouteSketch } from "../features/visits/route-sketch.tsx";
import { findRoute } from "../features/visits/routes.server.ts";
import { useRouteDay } from "../features/visits/use-moment.ts";
import { VisitCard } from "../features/visits/visit-card.tsx";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.route.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => findRoute(tx, resident, args.params.id));
  if (!found) throw notFound();
  return { ...wordsFor(resident.locale, "visits", "catalogue"), ...found };
}

export default function OpenHouseRoute() {
  const t = useT("visits");
  const { route, stops, ground } = useLoaderData<typeof loader>();
  const day = useRouteDay();
  const join = (
    <ButtonLink look="secondary" to="/kijkjes/nieuw" className="print:hidden">
      {t("route.join")}
    </ButtonLink>
  );
  return (
    <Page title={route.title} intro={t("route.intro", { day: day(route.day) })} back={{ to: "/kijkjes", words: t("detail.back") }}>
      {route.note ? <p className="measure break-words whitespace-pre-line">{route.note}</p> : null}
      {stops.length > 0 ? (
        <>
          <RouteSketch stops={stops} ground={ground} />
          <Section title={t("route.list")} aside={t("route.homes", { count: stops.length })}>
            <ol className="flex flex-col gap-3">
              {stops.map(({ visit, moments, own }, index) => (
                <li key={visit.id} className="break-inside-avoid">
                  <p className="mb-1 font-semibold">{[t("route.stop", { number: index + 1 }), own ? t("route.own") : null].filter(Boolean).join(" · ")}</p>
                  <VisitCard visit={visit} moments={moments} />
                </li>
              ))}
            </ol>
          </Section>
          <p className="flex flex-wrap gap-3 print:hidden">
            <PrintButton>{t("route.print")}</PrintButton>
            {join}
          </p>
        </>
      ) : (
        <EmptyState icon={<Footprints />} title={t("route.none")} action={join}>
          {t("route.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
