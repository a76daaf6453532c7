import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { emailForm } from "../features/session/email.schema.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { askedNeighbourhood } from "../features/waiting-list/asked-neighbourhood.server.ts";
import { joinWaitingList } from "../features/waiting-list/join-waiting-list.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const { name, waiting } = await askedNeighbourhood(args.request);
  return { ...wordsFor(locale, "join", "session"), title: serverT(locale, "join")("waiting.title", { name }), waiting };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const { code } = await askedNeighbourhood(args.request);
  const form = parseForm(emailForm(locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const browser = recogniseBrowser(args.request);
  const refusal = await joinWaitingList({ email: form.value.email, code, ip: args.context.ip, locale, browserHash: browser.hash });
  if (refusal) return tooMany(locale, refusal.secondsToWait, form.values);
  return redirect(`/wachtlijst/code?buurt=${encodeURIComponent(code)}`, { status: 303, headers: { "Set-Cookie": browser.setCookie } });
}

export default function WaitingList() {
  const t = useT("join");
  const words = useT("session");
  const { title, waiting } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("waiting.intro", { count: waiting })} back={{ to: "/meedoen", words: t("address.again") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="email" type="email" autoComplete="email" label={words("email.label")} error={problem?.errors.email} defaultValue={problem?.values.email} />
        <Button wide>{t("waiting.action")}</Button>
      </Form>
    </Page>
  );
}
