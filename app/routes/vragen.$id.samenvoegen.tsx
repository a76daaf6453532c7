import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { mergeForm } from "../features/questions/deeds.schema.server.ts";
import { decidedQuestion } from "../features/questions/find-question.server.ts";
import { mergeable, mergeQuestion } from "../features/questions/merge-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { question, others } = await asViewer(resident, async (tx) => {
    const found = await decidedQuestion(tx, resident, args.params.id);
    return { question: found, others: await mergeable(tx, resident, found) };
  });
  if (question.withdrawnAt || question.mergedIntoId) throw redirect(`/vragen/${question.id}`);
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("merge.title"), id: question.id, question: question.title, others: others.map(({ id, title }) => ({ id, title })) };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  await asViewer(resident, (tx) => decidedQuestion(tx, resident, args.params.id));
  const form = parseForm(mergeForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => mergeQuestion(tx, resident, args.params.id, form.value.into));
  if (!done) throw notFound();
  if (done === "not_equal") return formProblem({ errors: { into: t("merge.notEqual") }, values: form.values });
  return redirectWithFlash(`/vragen/${form.value.into}`, { text: t("merge.done") });
}

export default function Merge() {
  const t = useT("questions");
  const { title, id, question, others } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("merge.intro")} back={{ to: `/vragen/${id}`, words: question }}>
      <ErrorSummary errors={problem?.errors} />
      {others.length === 0 ? (
        <p>{t("merge.none")}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <Choices legend={t("merge.choose")} name="into" error={problem?.errors.into} choices={others.map((other) => ({ value: other.id, label: other.title }))} />
          <Button wide>{t("merge.send")}</Button>
        </Form>
      )}
    </Page>
  );
}
