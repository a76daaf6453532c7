import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { PhotosOfHome } from "../features/purchases/photos-of-home.tsx";
import { answerChecks } from "../features/purchases/sign-up.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${signUp.id}`;
  if (!signUp.mine || signUp.checks.length === 0 || (signUp.state !== "interest" && signUp.state !== "suitability")) throw redirect(back);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("checks.title"), id: signUp.id, checks: signUp.checks, back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const values = formValues(await readForm(args.request));
  const { checks } = await asViewer(resident, (tx) => ownSignUp(tx, resident, id));
  const errors: Record<string, string> = {};
  const answers: Record<string, string> = {};
  for (const [index, { id: check, kind }] of checks.entries()) {
    if (kind === "photo") continue;
    const name = fieldOf(index);
    const answer = (typed(values[name]) ?? "").trim();
    if (!answer || answer.length > 500 || (kind === "yes_no" && answer !== "ja" && answer !== "nee") || (kind === "number" && !/^\d{1,6}([.,]\d{1,2})?$/.test(answer))) errors[name] = t(kind === "number" ? "errors.number" : "errors.check");
    else answers[check] = answer;
  }
  if (Object.keys(errors).length > 0) return formProblem({ errors, values });
  const done = await asViewer(resident, (tx) => answerChecks(tx, id, answers));
  if (!done) throw notFound();
  if (done === "missing") return redirectWithFlash(`/samen-inkopen/aanmelding/${id}/huis`, { text: t("checks.photos") });
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done === "answered" ? "checks.done" : "checks.closed") });
}

/** The name of the field of a check, by its place. */
const fieldOf = (index: number) => `antwoord${index + 1}`;

export default function AboutMyHome() {
  const t = useT("purchases");
  const { title, id, checks, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("checks.intro")} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      {checks.some(({ kind }) => kind !== "photo") ? <Form method="post" className="flex flex-col gap-6">
        {checks.map((check, index) => {
          if (check.kind === "photo") return null;
          const name = fieldOf(index);
          const shown = typed(problem?.values[name] ?? check.answer ?? undefined);
          return check.kind === "yes_no" ? (
            <Choices key={check.id} legend={check.question} name={name} error={problem?.errors[name]} chosen={shown} choices={[{ value: "ja", label: t("checks.yes") }, { value: "nee", label: t("checks.no") }]} />
          ) : (
            <TextField key={check.id} label={check.question} name={name} error={problem?.errors[name]} defaultValue={shown} maxLength={500} inputMode={check.kind === "number" ? "decimal" : undefined} />
          );
        })}
        <Button wide>{t("checks.send")}</Button>
      </Form> : null}
      <PhotosOfHome signUpId={id} photos={checks.filter(({ kind }) => kind === "photo")} />
    </Page>
  );
}
