import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { addressOfHome } from "../features/households/find-addresses.server.ts";
import { signupForm } from "../features/households/join.schema.server.ts";
import { startSignup } from "../features/households/start-signup.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const address = await addressOfHome(new URL(args.request.url).searchParams.get("adres") ?? "");
  if (!address?.neighbourhood?.served) throw redirect("/meedoen");
  return { ...wordsFor(locale, "join", "session"), title: serverT(locale, "join")("mail.title"), address: `${address.line}, ${address.place}` };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const form = parseForm(signupForm(locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const dwellingId = new URL(args.request.url).searchParams.get("adres") ?? "";
  const browser = recogniseBrowser(args.request);
  const refusal = await startSignup({ dwellingId, email: form.value.email, locale, ip: args.context.ip, browserHash: browser.hash });
  if (refusal === "no_home") return redirect("/meedoen", 303);
  if (refusal) return tooMany(locale, refusal.secondsToWait, form.values);
  return redirect(`/meedoen/mail/code?adres=${encodeURIComponent(dwellingId)}`, { status: 303, headers: { "Set-Cookie": browser.setCookie } });
}

export default function SignUpMail() {
  const t = useT("join");
  const words = useT("session");
  const { title, address } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("mail.intro", { address })} back={{ to: "/meedoen", words: t("address.again") }}>
      <StepsLine step={2} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="email" type="email" autoComplete="email" label={words("email.label")} hint={words("email.hint")} error={problem?.errors.email} defaultValue={problem?.values.email} />
        <Choices several name="leeftijd" legend={t("mail.ageLegend")} error={problem?.errors.leeftijd} chosen={problem?.values.leeftijd ?? null} choices={[{ value: "ja", label: t("mail.age"), hint: t("mail.ageHint") }]} />
        <Button wide>{t("mail.action")}</Button>
      </Form>
      <p className="text-sm text-ink-soft">
        {t("mail.privacy")}{" "}
        <Link to="/privacy" className="underline underline-offset-4">
          {t("mail.privacyLink")}
        </Link>
      </p>
    </Page>
  );
}
