import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { storyIndicators } from "../../db/schema/choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { shareStory } from "../features/stories/share-story.server.ts";
import { StoryFields } from "../features/stories/story-fields.tsx";
import { newStory } from "../features/stories/story.schema.server.ts";
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
  const asked = new URL(args.request.url).searchParams.get("cijfer");
  return {
    ...wordsFor(resident.locale, "stories", "measures", "catalogue"),
    title: serverT(resident.locale, "stories")("form.newTitle"),
    newId: randomUUID(),
    indicator: storyIndicators.find((each) => each === asked) ?? "",
    offered: await asViewer(resident, (tx) => audienceQuestion(tx, resident, "share_story")),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    shownName: resident.displayName,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(newStory(serverT(resident.locale, "stories")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const made = await asViewer(resident, (tx) => shareStory(tx, resident, form.value)).catch(refusedPage(resident, "audience", form.values));
  if (typeof made !== "string") return formProblem(made);
  return redirectWithFlash(`/verhalen/${made}?bewaard`, { text: sharedWords(resident, form.value.audience) });
}

export default function NewStory() {
  const t = useT("stories");
  const person = usePersonName();
  const { title, newId, indicator, offered, place, shownName } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("form.newIntro")} back={{ to: "/buurt/profiel", words: t("form.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <StoryFields values={problem?.values ?? { indicator }} errors={problem?.errors ?? {}} />
        <AudienceFields offered={offered} chosen={chosenAudience(problem?.values.audience, "household")} error={problem?.errors.audience} place={place} />
        <p className="text-ink-soft">{t("form.asName", { name: person({ shownName, streetName: place.streetName }, true) })}</p>
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
