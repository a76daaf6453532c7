import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { readHousehold } from "../features/households/read-household.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { emailForm } from "../features/session/email.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { startEmailChange } from "../features/session/start-email-change.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { email } = await readHousehold(resident);
  return { ...wordsFor(resident.locale, "session", "household"), title: serverT(resident.locale, "session")("changeEmail.title"), email };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(emailForm(resident.locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const browser = recogniseBrowser(args.request);
  const refusal = await startEmailChange(resident, { email: form.value.email, ip: args.context.ip, browserHash: browser.hash });
  if (refusal) return tooMany(resident.locale, refusal.secondsToWait, form.values);
  return redirect("/huishouden/e-mail/code", { status: 303, headers: { "Set-Cookie": browser.setCookie } });
}

export default function ChangeEmail() {
  const t = useT("session");
  const words = useT("household");
  const { title, email } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("changeEmail.now", { email })} back={{ to: "/huishouden", words: words("back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="email" type="email" autoComplete="email" label={t("changeEmail.label")} hint={t("changeEmail.hint")} error={problem?.errors.email} defaultValue={problem?.values.email} />
        <Button wide>{t("changeEmail.action")}</Button>
      </Form>
    </Page>
  );
}
