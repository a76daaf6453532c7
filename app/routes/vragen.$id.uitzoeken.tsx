import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { claimQuestion } from "../features/questions/claim-question.server.ts";
import { claimForm } from "../features/questions/deeds.schema.server.ts";
import { seenQuestion } from "../features/questions/find-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { today } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, title: question, withdrawnAt } = await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
  if (withdrawnAt) throw redirect(`/vragen/${id}`);
  const inTwoWeeks = today(new Date(Date.now() + 14 * 86_400_000));
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("claim.title"), id, question, inTwoWeeks };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  const form = parseForm(claimForm(t), await readForm(args.request));
  if (!form.ok) {
    await asViewer(resident, (tx) => seenQuestion(tx, resident, args.params.id));
    return formProblem(form);
  }
  const done = await asViewer(resident, (tx) => claimQuestion(tx, resident, args.params.id, form.value.until));
  if (!done) throw notFound();
  const text = done === "claimed" ? t("claim.done") : t(done === "already" ? "claim.already" : "claim.notNow");
  return redirectWithFlash(`/vragen/${args.params.id}`, { text });
}

export default function Claim() {
  const t = useT("questions");
  const { title, id, question, inTwoWeeks } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("claim.intro")} back={{ to: `/vragen/${id}`, words: question }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextField type="date" label={t("claim.until")} hint={t("claim.untilHint")} name="until" required error={problem?.errors.until} defaultValue={typed(problem?.values.until) ?? inTwoWeeks} className="sm:max-w-60" />
        <Button wide>{t("claim.send")}</Button>
      </Form>
    </Page>
  );
}
