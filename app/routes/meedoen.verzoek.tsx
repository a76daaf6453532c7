import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askToJoin } from "../features/households/ask-to-join.server.ts";
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
  const signup = await currentSignup(viewer.accountId);
  if (!signup) throw redirect("/begin");
  return { ...wordsFor(viewer.locale, "join"), title: serverT(viewer.locale, "join")("request.title"), address: signup.address.line };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const form = parseForm(z.object({ naam: nameField(serverT(viewer.locale, "join")("request.nameWrong")) }), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await askToJoin(viewer, form.value.naam);
  // The page where a letter's code is typed says nothing of requests by itself.
  if ((await currentSignup(viewer.accountId))?.way === "join") return redirect("/meedoen/code", 303);
  return redirectWithFlash("/meedoen/code", { text: serverT(viewer.locale, "join")("request.sent") });
}

export default function AskToJoin() {
  const t = useT("join");
  const { title, address } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("request.intro", { address })} back={{ to: "/meedoen/manier", words: t("code.otherWay") }}>
      <StepsLine step={4} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="naam" label={t("request.name")} hint={t("request.nameHint")} error={problem?.errors.naam} defaultValue={problem?.values.naam} autoComplete="name" maxLength={40} />
        <Button wide>{t("request.action")}</Button>
      </Form>
    </Page>
  );
}
