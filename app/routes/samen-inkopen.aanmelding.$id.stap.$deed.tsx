import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { deedsOf, deedsWith, isDeed } from "../features/purchases/policy.ts";
import { deedForm } from "../features/purchases/purchase.schema.server.ts";
import { stepSignUp } from "../features/purchases/step.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { today } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** One step with a sign-up, which the last word of the address names. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { deed } = args.params;
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${signUp.id}`;
  if (!isDeed(deed)) throw notFound();
  if (!deedsOf(signUp, today()).includes(deed)) throw redirect(back);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")(`deeds.${deed}.title`), deed, back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const { deed } = args.params;
  if (!isDeed(deed)) throw notFound();
  const t = serverT(resident.locale, "purchases");
  const form = parseForm(deedForm(t, deed === "klacht"), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => stepSignUp(tx, id, { to: deedsWith[deed], words: form.value.woorden }));
  if (!done) throw notFound();
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done === "stepped" ? `deeds.${deed}.done` : "deeds.over") });
}

export default function StepOfSignUp() {
  const t = useT("purchases");
  const { title, deed, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t(`deeds.${deed}.intro`)} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextArea label={t(deed === "klacht" ? "deeds.what" : "deeds.words")} hint={t("deeds.wordsHint")} optional={deed !== "klacht"} name="woorden" rows={4} maxLength={1000} error={problem?.errors.woorden} defaultValue={typed(problem?.values.woorden)} />
        <p className="flex flex-col gap-3 sm:flex-row">
          <Button wide>{t(`deeds.${deed}.send`)}</Button>
          <ButtonLink look="secondary" wide to={back}>
            {t("deeds.back")}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  );
}
