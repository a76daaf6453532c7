import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { officialNeighbourhoods } from "../features/insights/municipality/municipality-page.server.ts";
import { PostList } from "../features/posts/post-list.tsx";
import { postsTo } from "../features/posts/posts.server.ts";
import { hidingsOfPosts } from "../features/moderation/own-hidings.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const neighbourhoods = await officialNeighbourhoods(official);
  const { posts, hidings } = await asViewer(official, async (tx) => ({ posts: await postsTo(tx, neighbourhoods.map(({ code }) => code)), hidings: await hidingsOfPosts(tx) }));
  return { ...wordsFor(official.locale, "figureDesk", "releases"), title: serverT(official.locale, "figureDesk")("gemeente.promises"), neighbourhoods, posts, hidings: hidings.map(({ id, subjectId, createdAt }) => ({ id, subjectId, createdAt })) };
}

export default function Promises() {
  const t = useT("figureDesk");
  const { title, neighbourhoods, posts, hidings } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("gemeente.promisesText")} back={{ to: "/gemeente", words: t("gemeente.neighbourhoods") }}>
      <p><ButtonLink wide to="/gemeente/toezeggingen/nieuw">{t("gemeente.new")}</ButtonLink></p>
      {neighbourhoods.map(({ code, name }) => (
        <Section key={code} title={name}>
          <PostList
            posts={posts.filter(({ neighbourhoodCode }) => neighbourhoodCode === code)}
            deeds={({ id, state }) => [
              ...(state && state !== "kept" && state !== "withdrawn" ? [{ to: `/gemeente/toezeggingen/${id}`, words: t("post.report") }] : []),
              ...(state === "withdrawn" ? [] : [{ to: `/gemeente/toezeggingen/${id}/intrekken`, words: t("withdraw.link") }]),
              ...hidings.filter(({ subjectId }) => subjectId === id).map((hiding) => ({ to: `/gemeente/verborgen/${hiding.id}`, words: t("withdraw.whyHidden") })),
            ]}
          />
        </Section>
      ))}
    </Page>
  );
}
