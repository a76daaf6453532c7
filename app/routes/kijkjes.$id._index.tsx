import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { ItemStatus } from "../features/sharing/item-status.tsx";
import { OwnerActions } from "../features/sharing/owner-actions.tsx";
import { MomentList } from "../features/visits/moment-list.tsx";
import { VisitFacts } from "../features/visits/visit-facts.tsx";
import { visitPage } from "../features/visits/visit-page.server.ts";
import { NextForHost } from "../features/visits/next-for-host.tsx";
import { useVisitTitle } from "../features/visits/visit-title.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => visitPage(tx, resident, args.params.id));
  if (!found) throw notFound();
  return { ...wordsFor(resident.locale, "visits", "measures", "catalogue"), title: serverT(resident.locale, "visits")("detail.title"), ...found };
}

export default function Visit() {
  const t = useT("visits");
  const { visit, own, times, requests } = useLoaderData<typeof loader>();
  const title = useVisitTitle();
  const path = `/kijkjes/${visit.id}`;
  return (
    <Page title={title(visit)} intro={own ? t("detail.own") : t("detail.of", { street: visit.streetName })} back={{ to: "/kijkjes", words: t("detail.back") }}>
      {own ? <ItemStatus item={{ ...own, own: true }} path={path} /> : null}
      <VisitFacts visit={visit} />
      {own?.withdrawnAt ? null : <MomentList visit={visit} times={times} requests={requests} own={own !== null} />}
      {own && !own.withdrawnAt ? (
        <>
          <NextForHost path={path} shared={own.audience !== "household"} hasTime={times.length > 0 || visit.byAppointment} />
          <OwnerActions
            audience={own.audience}
            path={path}
            changes={[
              { to: `${path}/wijzigen`, words: t("detail.change") },
              { to: `${path}/praktisch`, words: t("detail.practical") },
            ]}
          />
        </>
      ) : null}
      {own ? null : <ItemFooter item={{ own: false, sharedAt: null }} path={path} />}
    </Page>
  );
}
