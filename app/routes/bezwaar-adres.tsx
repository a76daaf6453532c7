import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { objectByLetter } from "../features/addresses/object-by-letter.server.ts";
import { postcode } from "../features/households/join.schema.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { readCode } from "../features/session/short-code.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { contact } from "../http/contact.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "vouching"), title: serverT(locale, "vouching")("object.title"), contact: contact() };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const t = serverT(locale, "vouching");
  const code = z.string({ message: t("object.codeWrong") }).transform(readCode).pipe(z.string({ message: t("object.codeWrong") }));
  const form = parseForm(z.object({ postcode: postcode(t("object.postcodeWrong")), code }), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(locale, visitor.secondsToWait, form.values, "code");
  if (!(await objectByLetter(form.value.postcode, form.value.code))) return formProblem({ errors: { code: t("object.wrong") }, values: form.values });
  return { done: true as const };
}

export default function ObjectByLetter() {
  const t = useT("vouching");
  const { title, contact: reach } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "done" in answer) return <Page title={t("object.doneTitle")} intro={t("object.done", { contact: reach })}>{null}</Page>;
  const problem = answer && "errors" in answer ? answer : undefined;
  return (
    <Page title={title} intro={t("object.intro")}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="postcode" label={t("object.postcode")} error={problem?.errors.postcode} defaultValue={typed(problem?.values.postcode)} autoComplete="postal-code" maxLength={10} />
        <TextField name="code" label={t("object.code")} error={problem?.errors.code} defaultValue={typed(problem?.values.code)} autoComplete="off" autoCapitalize="characters" maxLength={20} />
        <Button wide>{t("object.action")}</Button>
      </Form>
    </Page>
  );
}
