import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { stepSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { targetsOf } from "../features/purchases/desk/moderator-steps.ts";
import { NoteForm, StepForm, VisitForm } from "../features/purchases/desk/sign-up-forms.tsx";
import { signUpPage } from "../features/purchases/desk/sign-up-page.server.ts";
import { Answers, History, SignUpFacts } from "../features/purchases/desk/sign-up-view.tsx";
import { saidOf } from "../features/purchases/desk/stepped-words.server.ts";
import { stepSignUp } from "../features/purchases/step.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const page = await asViewer(moderator, (tx) => signUpPage(tx, moderator, id));
  const title = serverT(moderator.locale, "purchaseDesk")("signUp.title", { reference: page.signUp.reference });
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title, page, targets: targetsOf(page.signUp.state) };
}

/** Makes one step with it. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const { signUp } = await asViewer(moderator, (tx) => signUpPage(tx, moderator, id));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(stepSchema(t, targetsOf(signUp.state)), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const said = await asViewer(moderator, (tx) => stepSignUp(tx, id, form.value));
  if (said === null) throw notFound();
  const outcome = { done: said === "stepped" ? 1 : 0, refused: said === "stepped" ? [] : [{ reference: signUp.reference, why: said }], elsewhere: 0 };
  throw await redirectWithFlash(`/beheer/inkopen/aanmelding/${id}`, { text: saidOf(t, outcome, form.value.to) });
}

export default function SignUp() {
  const t = useT("purchaseDesk");
  const { title, page, targets } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { id, state } = page.signUp;
  return (
    <Page title={title} intro={page.purchaseTitle} back={{ to: `/beheer/inkopen/${page.purchaseId}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <SignUpFacts page={page} />
      <StepForm targets={targets} values={problem?.values} errors={problem?.errors} />
      {page.household && ["interest", "suitability", "suitable"].includes(state) ? <VisitForm id={id} day={page.signUp.visitOn} /> : null}
      <Answers answers={page.answers} photos={page.photos} toLookAt={page.toLookAt} />
      {page.household ? <NoteForm id={id} notes={page.notes} /> : null}
      <History events={page.events} />
    </Page>
  );
}
