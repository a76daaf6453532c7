import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { parkingPhases } from "../../db/schema/choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { parkingForm } from "../features/questions/deeds.schema.server.ts";
import { decidedQuestion } from "../features/questions/find-question.server.ts";
import { parkQuestion } from "../features/questions/park-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, SelectField, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, title: question, withdrawnAt } = await asViewer(resident, (tx) => decidedQuestion(tx, resident, args.params.id));
  if (withdrawnAt) throw redirect(`/vragen/${id}`);
  return { ...wordsFor(resident.locale, "questions"), title: serverT(resident.locale, "questions")("parking.title"), id, question };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  await asViewer(resident, (tx) => decidedQuestion(tx, resident, args.params.id));
  const form = parseForm(parkingForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => parkQuestion(tx, resident, args.params.id, form.value));
  if (!done) throw notFound();
  return redirectWithFlash(`/vragen/${args.params.id}`, { text: t(done === "parked" ? "parking.done" : "parking.already") });
}

export default function Park() {
  const t = useT("questions");
  const { title, id, question } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { values, errors } = problem ?? { values: {}, errors: {} };
  return (
    <Page title={title} intro={t("parking.intro")} back={{ to: `/vragen/${id}`, words: question }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextArea label={t("parking.why")} hint={t("parking.whyHint")} name="why" rows={3} maxLength={500} required error={errors.why} defaultValue={typed(values.why)} />
        <SelectField label={t("parking.phase")} optional name="phase" error={errors.phase} defaultValue={typed(values.phase) ?? ""}>
          <option value="">{t("parking.noPhase")}</option>
          {parkingPhases.map((phase) => (
            <option key={phase} value={phase}>
              {t(`parking.phases.${phase}`)}
            </option>
          ))}
        </SelectField>
        <TextField type="date" label={t("parking.returnsOn")} hint={t("parking.returnsOnHint")} name="returnsOn" required error={errors.returnsOn} defaultValue={typed(values.returnsOn)} className="sm:max-w-60" />
        <Button wide>{t("parking.send")}</Button>
      </Form>
    </Page>
  );
}
