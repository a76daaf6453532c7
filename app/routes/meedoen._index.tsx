import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { addressSearch } from "../features/households/join.schema.server.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, StepsLine, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  if ((await currentViewer(args))?.householdId) throw redirect("/begin");
  const locale = await pageLocale(args);
  const asked = new URL(args.request.url).searchParams;
  const form = asked.has("postcode") ? parseForm(addressSearch(locale), asked) : null;
  if (form?.ok) throw redirect(`/meedoen/adres?${new URLSearchParams(form.value)}`);
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("start.title"), problem: form };
}

export default function Join() {
  const t = useT("join");
  const { title, problem } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("start.intro")}>
      <StepsLine step={1} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form className="flex flex-col gap-6" noValidate>
        <TextField name="postcode" label={t("start.postcode")} hint={t("start.postcodeHint")} error={problem?.errors.postcode} defaultValue={problem?.values.postcode} autoComplete="postal-code" maxLength={10} className="max-w-48" />
        <TextField name="nummer" label={t("start.number")} hint={t("start.numberHint")} error={problem?.errors.nummer} defaultValue={problem?.values.nummer} maxLength={10} className="max-w-48" />
        <Button wide>{t("start.action")}</Button>
      </Form>
      <p>
        {t("start.known")}{" "}
        <Link to="/inloggen" className="underline underline-offset-4">
          {t("start.logIn")}
        </Link>
      </p>
    </Page>
  );
}
