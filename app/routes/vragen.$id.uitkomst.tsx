import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { AnswerConsent } from "../features/questions/answer-form.tsx";
import { seenQuestion } from "../features/questions/find-question.server.ts";
import { giveAnswer } from "../features/questions/give-answer.server.ts";
import { OutcomeFields } from "../features/questions/outcome-fields.tsx";
import { newOutcome } from "../features/questions/question.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
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
  const { id, title: question, withdrawnAt } = await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
  if (withdrawnAt) throw redirect(`/vragen/${id}`);
  const title = serverT(resident.locale, "questions")("outcome.title");
  return { ...wordsFor(resident.locale, "questions", "catalogue"), title, id, question, newId: randomUUID(), consent: consentText(resident.locale, { purpose: "share_answer" }, resident).text, day: today() };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  const form = parseForm(newOutcome(t, today()), await readForm(args.request));
  if (!form.ok) {
    await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
    return formProblem(form);
  }
  const made = await asViewer(resident, (tx) => giveAnswer(tx, resident, args.params.id, form.value));
  if (!made) throw notFound();
  return redirectWithFlash(`/vragen/${args.params.id}#antwoord-${made}`, { text: t("outcome.done") });
}

export default function GiveOutcome() {
  const t = useT("questions");
  const { title, id, question, newId, consent, day } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("outcome.intro")} back={{ to: `/vragen/${id}`, words: question }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <OutcomeFields values={problem?.values ?? { foundOn: day }} errors={problem?.errors ?? {}} />
        <AnswerConsent text={consent} />
        <Button wide>{t("outcome.send")}</Button>
      </Form>
    </Page>
  );
}
