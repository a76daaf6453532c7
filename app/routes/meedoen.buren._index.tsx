import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askNeighbours } from "../features/addresses/ask-neighbours.server.ts";
import { ownClaim } from "../features/addresses/own-claim.server.ts";
import { currentSignup } from "../features/households/current-signup.server.ts";
import { nameField } from "../features/households/join.schema.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, StepsLine, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  if (!(await currentSignup(viewer.accountId))) throw redirect("/begin");
  const claim = await ownClaim(viewer.accountId);
  return { ...wordsFor(viewer.locale, "vouching"), title: serverT(viewer.locale, "vouching")("ask.title"), name: claim?.name ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const t = serverT(viewer.locale, "vouching");
  const form = parseForm(z.object({ naam: nameField(t("ask.nameWrong")) }), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  if (await askNeighbours(viewer, form.value.naam)) return redirect("/meedoen/buren/code", 303);
  return redirectWithFlash("/meedoen/buren/code", { text: t("ask.notNow") });
}

export default function AskNeighbours() {
  const t = useT("vouching");
  const { title, name } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("ask.intro")} back={{ to: "/meedoen/manier", words: t("ask.back") }}>
      <StepsLine step={4} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="naam" label={t("ask.name")} hint={t("ask.nameHint")} error={problem?.errors.naam} defaultValue={problem?.values.naam ?? name} autoComplete="name" maxLength={40} />
        <Button wide>{t("ask.action")}</Button>
      </Form>
    </Page>
  );
}
