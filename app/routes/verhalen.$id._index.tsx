import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { ItemStatus } from "../features/sharing/item-status.tsx";
import { OwnerActions } from "../features/sharing/owner-actions.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { findStory } from "../features/stories/find-story.server.ts";
import { StoryView } from "../features/stories/story-view.tsx";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const story = await asViewer(resident, (tx) => findStory(tx, resident, args.params.id));
  if (!story) throw notFound();
  return { ...wordsFor(resident.locale, "measures", "stories", "catalogue"), title: story.title, justSaved: new URL(args.request.url).searchParams.has("bewaard"), story };
}

export default function Story() {
  const t = useT("stories");
  const names = useT("catalogue");
  const person = usePersonName();
  const { story, title, justSaved } = useLoaderData<typeof loader>();
  const path = `/verhalen/${story.id}`;
  const indicator = names(`storyIndicators.${story.indicator}`);
  return (
    <Page
      title={<span className="break-words">{title}</span>}
      intro={story.own ? t("detail.own", { indicator }) : t("detail.of", { name: person(story, true), indicator })}
      back={{ to: "/buurt/profiel#buurtagenda", words: t("detail.back") }}
    >
      <ItemStatus item={story} path={path} />
      <StoryView story={story} />
      {justSaved && story.sharedAt ? (
        <p>
          <ButtonLink look="secondary" to={`/buurt/profiel#agenda-${story.indicator}`}>
            {t("detail.see")}
          </ButtonLink>
        </p>
      ) : null}
      {story.own && !story.withdrawnAt ? <OwnerActions audience={story.audience} path={path} changes={[{ to: `${path}/wijzigen`, words: t("detail.change") }]} /> : null}
      <ItemFooter item={story} path={path} />
    </Page>
  );
}
