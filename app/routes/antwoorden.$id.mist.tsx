import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { missingForm } from "../features/questions/deeds.schema.server.ts";
import { findAnswer } from "../features/questions/find-answer.server.ts";
import { judgeOutcome } from "../features/questions/judge-outcome.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => findAnswer(tx, resident, args.params.id));
  if (!found?.outcome || !found.toOwnQuestion || found.withdrawnAt) throw notFound();
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("verdict.missingTitle"), questionId: found.questionId };
}

/** Says what an outcome of an own question still lacks. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  const id = idIn(args.params);
  const form = parseForm(missingForm(t), await readForm(args.request));
  if (!form.ok) {
    if (!(await asViewer(resident, (tx) => findAnswer(tx, resident, id)))?.toOwnQuestion) throw notFound();
    return formProblem(form);
  }
  const questionId = await asViewer(resident, (tx) => judgeOutcome(tx, resident, id, { verdict: "missing", note: form.value.note }));
  if (!questionId) throw notFound();
  return redirectWithFlash(`/vragen/${questionId}#antwoord-${id}`, { text: t("verdict.missingDone") });
}

export default function Missing() {
  const t = useT("questions");
  const { title, questionId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("verdict.missingIntro")} back={{ to: `/vragen/${questionId}`, words: t("answer.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextArea label={t("verdict.missingField")} name="note" rows={4} maxLength={1000} required error={problem?.errors.note} defaultValue={typed(problem?.values.note)} />
        <Button wide>{t("verdict.missingSend")}</Button>
      </Form>
    </Page>
  );
}
