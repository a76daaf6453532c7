import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { PasskeyButton } from "../features/passkeys/passkey-button.tsx";
import { askToLogIn } from "../features/session/ask-to-log-in.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { emailForm } from "../features/session/email.schema.server.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { safePath } from "../http/safe-path.ts";
import { rememberWayBack } from "../http/way-back.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const { searchParams } = new URL(args.request.url);
  const back = safePath(searchParams.get("terug"), "/begin");
  // Some deeds ask who is logged in already to show once more who they are.
  if ((await currentViewer(args)) && !searchParams.has("opnieuw")) throw redirect(back);
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "session", "passkeys"), title: serverT(locale, "session")("logIn.title"), back };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const data = await readForm(args.request);
  const form = parseForm(emailForm(locale), data);
  if (!form.ok) return formProblem(form);
  const browser = recogniseBrowser(args.request);
  const refusal = await askToLogIn({ email: form.value.email, ip: args.context.ip, locale, browserHash: browser.hash });
  if (refusal) return tooMany(locale, refusal.secondsToWait, form.values);
  const headers = new Headers([["Set-Cookie", browser.setCookie]]);
  headers.append("Set-Cookie", rememberWayBack(safePath(String(data.get("terug")), "/begin")));
  return redirect("/inloggen/code", { status: 303, headers });
}

export default function LogIn() {
  const t = useT("session");
  const { title, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("logIn.intro")}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <input type="hidden" name="terug" value={back} />
        <TextField name="email" type="email" autoComplete="email" label={t("email.label")} error={problem?.errors.email} defaultValue={problem?.values.email} />
        <Button wide>{t("logIn.action")}</Button>
      </Form>
      <p>
        {t("logIn.noAccount")}{" "}
        <Link to="/meedoen" className="underline underline-offset-4">
          {t("logIn.join")}
        </Link>
      </p>
      <PasskeyButton to="/inloggen/passkey" back={back} />
    </Page>
  );
}
