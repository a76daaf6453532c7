import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { ItemHeader } from "../features/sharing/item-header.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { changeStoryAudience } from "../features/stories/change-story-audience.server.ts";
import { ownStory } from "../features/stories/find-story.server.ts";
import { storyAudience } from "../features/stories/story.schema.server.ts";
import { StoryView } from "../features/stories/story-view.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { story, offered } = await asViewer(resident, async (tx) => ({
    story: await ownStory(tx, resident, args.params.id),
    offered: await audienceQuestion(tx, resident, "share_story"),
  }));
  return {
    ...wordsFor(resident.locale, "measures", "stories", "catalogue"),
    title: serverT(resident.locale, "measures")("audience.title"),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    story,
    offered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(storyAudience(serverT(resident.locale, "stories")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    const { id } = await ownStory(tx, resident, args.params.id);
    await changeStoryAudience(tx, resident, id, form.value.audience);
    return null;
  }).catch(refusedPage(resident, "audience", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/verhalen/${args.params.id}`, { text: sharedWords(resident, form.value.audience) });
}

export default function StoryAudience() {
  const t = useT("measures");
  const words = useT("stories");
  const names = useT("catalogue");
  const person = usePersonName();
  const { story, offered, place } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const line = words("detail.of", { name: person({ ...story, own: false }, true), indicator: names(`storyIndicators.${story.indicator}`) });
  return (
    <Page title={t("audience.title")} intro={t("audience.intro")} back={{ to: `/verhalen/${story.id}`, words: story.title }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <AudienceFields
          offered={offered}
          chosen={chosenAudience(problem?.values.audience, story.audience)}
          error={problem?.errors.audience}
          place={place}
          preview={
            <>
              <ItemHeader type="story" kind={null} title={story.title} line={line} />
              <StoryView story={story} />
            </>
          }
        />
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
