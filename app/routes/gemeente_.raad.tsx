import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Conversions } from "../features/insights/municipality/area-charts.tsx";
import { municipalityPage } from "../features/insights/municipality/municipality-page.server.ts";
import { NeighbourhoodTable } from "../features/insights/municipality/neighbourhood-table.tsx";
import { PostList } from "../features/posts/post-list.tsx";
import { shareOf } from "../features/insights/municipality/share-map.ts";
import { useReleaseWords } from "../features/insights/release-words.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** A page for the council: what is published and what was promised, to be printed. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const { map: _map, publicity: _publicity, posts, ...page } = await municipalityPage(official);
  return { ...wordsFor(official.locale, "figureDesk", "releases", "catalogue"), title: serverT(official.locale, "figureDesk")("gemeente.council"), madeOn: dayInWords(new Date(), official.locale), ...page, posts: posts.filter(({ hidden }) => !hidden) };
}

export default function Council() {
  const t = useT("figureDesk");
  const words = useReleaseWords();
  const { title, municipalities, madeOn, areas, neighbourhoods, posts } = useLoaderData<typeof loader>();
  const rows = [
    ...neighbourhoods.map(({ code, name, release, share }) => ({ area: code, name, release, share })),
    ...areas.filter(({ area }) => area.startsWith("WK")).map(({ area, areaName, releases }) => ({ area, name: areaName, release: releases.at(-1)!, share: shareOf(releases.at(-1)) })),
  ];
  return (
    <Page wide title={title} intro={t("gemeente.councilIntro", { municipality: municipalities.join(", "), date: madeOn })} back={{ to: "/gemeente", words: t("gemeente.neighbourhoods") }}>
      <p><PrintButton look="secondary">{t("gemeente.print")}</PrintButton></p>
      <Section title={t("gemeente.neighbourhoods")}>
        <p className="measure">{words.t("intro")} {words.t("error")}</p>
        <NeighbourhoodTable rows={rows} caption={t("gemeente.neighbourhoods")} />
      </Section>
      <Section title={t("gemeente.conversion")}>
        <Conversions areas={areas} />
      </Section>
      <Section title={t("gemeente.promises")}>
        <PostList posts={posts} />
      </Section>
    </Page>
  );
}
