import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AnswerFields } from "../features/questions/answer-form.tsx";
import { answerValues } from "../features/questions/answer-values.ts";
import { changeAnswer } from "../features/questions/change-answer.server.ts";
import { ownAnswer } from "../features/questions/find-answer.server.ts";
import { answerText, outcomeText } from "../features/questions/question.schema.server.ts";
import { OutcomeFields } from "../features/questions/outcome-fields.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { today } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const answer = await asViewer(resident, (tx) => ownAnswer(tx, resident, args.params.id));
  const title = serverT(resident.locale, "questions")(answer.outcome ? "outcome.change" : "answer.changeTitle");
  return { ...wordsFor(resident.locale, "questions", "catalogue"), title, questionId: answer.questionId, outcome: answer.outcome, values: answerValues(answer) };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id, questionId, outcome } = await asViewer(resident, (tx) => ownAnswer(tx, resident, args.params.id));
  const t = serverT(resident.locale, "questions");
  const form = parseForm(outcome ? outcomeText(t, today()) : answerText(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    await changeAnswer(tx, resident, id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/vragen/${questionId}#antwoord-${id}`, { text: t("answer.changedDone") });
}

export default function ChangeAnswer() {
  const t = useT("questions");
  const { title, questionId, outcome, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const Fields = outcome ? OutcomeFields : AnswerFields;
  return (
    <Page title={title} intro={t("answer.changeIntro")} back={{ to: `/vragen/${questionId}`, words: t("answer.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Fields values={problem?.values ?? values} errors={problem?.errors ?? {}} />
        <Button wide>{t("answer.saveChanges")}</Button>
      </Form>
    </Page>
  );
}
