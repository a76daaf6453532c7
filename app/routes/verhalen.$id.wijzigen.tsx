import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formValuesOf } from "../features/sharing/form-values.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { changeStory } from "../features/stories/change-story.server.ts";
import { ownStory } from "../features/stories/find-story.server.ts";
import { StoryFields } from "../features/stories/story-fields.tsx";
import { storyText } from "../features/stories/story.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, title, body, indicator } = await asViewer(resident, (tx) => ownStory(tx, resident, args.params.id));
  return { ...wordsFor(resident.locale, "stories", "catalogue"), title: serverT(resident.locale, "stories")("form.changeTitle"), back: { to: `/verhalen/${id}`, words: title }, values: formValuesOf({ title, body, indicator }) };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = await asViewer(resident, (tx) => ownStory(tx, resident, args.params.id));
  const form = parseForm(storyText(serverT(resident.locale, "stories")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    await changeStory(tx, resident, id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/verhalen/${id}`, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function ChangeStory() {
  const t = useT("stories");
  const { title, back, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} back={back}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <StoryFields values={problem?.values ?? values} errors={problem?.errors ?? {}} />
        <Button wide>{t("form.saveChanges")}</Button>
      </Form>
    </Page>
  );
}
