import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PublicityLog } from "../features/insights/desk/publicity-log.tsx";
import { PublicityRow } from "../features/insights/desk/publicity-row.tsx";
import { Conversions, ReachThroughTime } from "../features/insights/municipality/area-charts.tsx";
import { MunicipalityMap } from "../features/insights/municipality/municipality-map.tsx";
import { municipalityPage } from "../features/insights/municipality/municipality-page.server.ts";
import { NeighbourhoodTable } from "../features/insights/municipality/neighbourhood-table.tsx";
import { shareOf } from "../features/insights/municipality/share-map.ts";
import { useReleaseWords } from "../features/insights/release-words.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const { posts: _posts, ...page } = await municipalityPage(official);
  return { ...wordsFor(official.locale, "moderation", "figureDesk", "releases", "catalogue"), title: serverT(official.locale, "moderation")("official.title"), ...page };
}

export default function Municipality() {
  const t = useT("figureDesk");
  const official = useT("moderation");
  const words = useReleaseWords();
  const { title, municipalities, areas, neighbourhoods, map, publicity } = useLoaderData<typeof loader>();
  const districts = areas.filter(({ area }) => area.startsWith("WK"));
  const rows = [
    ...neighbourhoods.map(({ code, name, release, share }) => ({ area: code, name, release, share })),
    ...districts.map(({ area, areaName, releases }) => ({ area, name: areaName, release: releases.at(-1)!, share: shareOf(releases.at(-1)) })),
  ];
  return (
    <Page wide title={title} intro={municipalities.join(", ")}>
      <Section title={t("gemeente.neighbourhoods")}>
        <p className="measure">{t("gemeente.neighbourhoodsText")} {words.t("error")}</p>
        <NeighbourhoodTable rows={rows} caption={t("gemeente.neighbourhoods")} />
      </Section>
      {map ? (
        <Section title={t("gemeente.map")}>
          <MunicipalityMap map={map} />
        </Section>
      ) : null}
      {areas.length > 0 ? (
        <>
          <Section title={t("gemeente.reach")}>
            <p className="measure">{words.t("throughText")}</p>
            <ReachThroughTime areas={areas} />
          </Section>
          <Section title={t("gemeente.conversion")}>
            <Conversions areas={areas} />
          </Section>
          <Section title={t("gemeente.download")}>
            <p className="flex flex-wrap gap-3">
              {(["csv", "json"] as const).map((kind) => (
                <a key={kind} href={`/gemeente/data/cijfers.${kind}`} download className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {words.t(kind)}<span className="sr-only"> {t("gemeente.download")}</span>
                </a>
              ))}
              <ButtonLink look="secondary" to="/gemeente/raad">{t("gemeente.council")}</ButtonLink>
            </p>
          </Section>
        </>
      ) : null}
      <Section title={t("gemeente.promises")}>
        <p className="measure">{t("gemeente.promisesText")}</p>
        <p><ButtonLink look="secondary" to="/gemeente/toezeggingen">{t("gemeente.promises")}</ButtonLink></p>
      </Section>
      {neighbourhoods.length > 0 ? (
        <Section title={t("desk.publicTitle")}>
          <p className="measure">{t("desk.officialPublicText")}</p>
          <Rows>
            {neighbourhoods.map(({ code, name, agreed }) => <PublicityRow key={code} code={code} name={name} agreed={agreed} side="municipality" action="/gemeente/openbaar" />)}
          </Rows>
        </Section>
      ) : null}
      <PublicityLog lines={publicity} />
      <Section title={official("official.howTitle")}>
        <p className="measure">{official("official.how")}</p>
      </Section>
    </Page>
  );
}
