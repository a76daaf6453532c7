import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { AnswerForm } from "../features/questions/answer-form.tsx";
import { seenQuestion } from "../features/questions/find-question.server.ts";
import { giveAnswer } from "../features/questions/give-answer.server.ts";
import { newAnswer } from "../features/questions/question.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const question = await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
  if (question.withdrawnAt) throw redirect(`/vragen/${question.id}`);
  const title = serverT(resident.locale, "questions")("answer.title");
  return { ...wordsFor(resident.locale, "questions"), title, question: { id: question.id, title: question.title }, newId: randomUUID(), consent: consentText(resident.locale, { purpose: "share_answer" }, resident).text };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  const form = parseForm(newAnswer(t), await readForm(args.request));
  if (!form.ok) {
    await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
    return formProblem(form);
  }
  const made = await asViewer(resident, (tx) => giveAnswer(tx, resident, args.params.id, form.value));
  if (!made) throw notFound();
  return redirectWithFlash(`/vragen/${args.params.id}#antwoord-${made}`, { text: t("answer.done") });
}

export default function GiveAnswer() {
  const t = useT("questions");
  const { title, question, newId, consent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("answer.reply", { question: question.title })} back={{ to: `/vragen/${question.id}`, words: t("answer.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <AnswerForm action={`/vragen/${question.id}/antwoord`} newId={newId} consent={consent} problem={problem} primary />
    </Page>
  );
}
