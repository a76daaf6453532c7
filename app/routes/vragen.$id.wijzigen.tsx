import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { askedAbout } from "../features/questions/asking-step.server.ts";
import { changeQuestion } from "../features/questions/change-question.server.ts";
import { ownQuestion } from "../features/questions/find-question.server.ts";
import { questionValues } from "../features/questions/question-values.ts";
import { QuestionFields } from "../features/questions/question-fields.tsx";
import { questionText } from "../features/questions/question.schema.server.ts";
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
  const { question, about } = await asViewer(resident, async (tx) => ({ question: await ownQuestion(tx, resident, args.params.id), about: await askedAbout(tx, resident) }));
  return {
    ...wordsFor(resident.locale, "questions", "catalogue"),
    title: serverT(resident.locale, "questions")("ask.change"),
    back: { to: `/vragen/${question.id}`, words: question.title },
    values: questionValues(question),
    about,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = await asViewer(resident, (tx) => ownQuestion(tx, resident, args.params.id));
  const form = parseForm(questionText(serverT(resident.locale, "questions")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    await changeQuestion(tx, resident, id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/vragen/${id}`, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function ChangeQuestion() {
  const t = useT("questions");
  const { title, back, values, about } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} back={back}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <QuestionFields values={problem?.values ?? values} errors={problem?.errors ?? {}} about={about} />
        <Button wide>{t("ask.saveChanges")}</Button>
      </Form>
    </Page>
  );
}
