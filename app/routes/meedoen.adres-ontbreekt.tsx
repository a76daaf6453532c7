import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { missingAddressForm } from "../features/households/join.schema.server.ts";
import { reportMissingAddress } from "../features/households/report-missing-address.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const query = new URL(args.request.url).searchParams;
  const values = { postcode: query.get("postcode") ?? "", houseNumber: query.get("nummer") ?? "" };
  return { ...wordsFor(locale, "join", "session"), title: serverT(locale, "join")("missing.title"), values };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const form = parseForm(missingAddressForm(locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const refusal = await reportMissingAddress({ ...form.value, locale }, args.context.ip);
  if (refusal) return tooMany(locale, refusal.secondsToWait, form.values);
  return data({ errors: {}, values: form.values, done: true });
}

export default function MissingAddress() {
  const t = useT("join");
  const words = useT("session");
  const { title, values } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent && "done" in sent) {
    return (
      <Page title={t("missing.done")} intro={t("missing.doneText")}>
        <ButtonLink look="secondary" to="/">
          {t("waiting.home")}
        </ButtonLink>
      </Page>
    );
  }
  const errors: Record<string, string> = sent?.errors ?? {};
  const typed: Record<string, string | string[]> = sent?.values ?? values;
  return (
    <Page title={title} intro={t("missing.intro")} back={{ to: "/meedoen", words: t("address.again") }}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="postcode" label={t("start.postcode")} error={errors.postcode} defaultValue={typed.postcode} autoComplete="postal-code" maxLength={10} className="max-w-48" />
        <TextField name="houseNumber" label={t("start.number")} error={errors.houseNumber} defaultValue={typed.houseNumber} maxLength={20} className="max-w-48" />
        <TextField name="streetName" label={t("missing.street")} error={errors.streetName} defaultValue={typed.streetName} optional maxLength={80} autoComplete="address-line1" />
        <TextField name="email" type="email" autoComplete="email" label={words("email.label")} error={errors.email} defaultValue={typed.email} />
        <TextArea name="note" label={t("missing.note")} hint={t("missing.noteHint")} error={errors.note} defaultValue={typed.note} optional maxLength={500} />
        <Button wide>{t("missing.action")}</Button>
      </Form>
    </Page>
  );
}
