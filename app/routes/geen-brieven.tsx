import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { refusalForm } from "../features/letters/refusal-form.server.ts";
import { refuseLetters } from "../features/letters/refuse-letters.server.ts";
import { organisation } from "../features/privacy/organisation.server.ts";
import { CodeField } from "../features/session/code-form.tsx";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
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
  return { ...wordsFor(locale, "join", "session"), title: serverT(locale, "join")("noLetters.title"), phone: organisation().phone };
}

/** Right or wrong, the answer is the same: it says what happens if the code is right. */
export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const form = parseForm(refusalForm(locale), await readForm(args.request));
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(locale, visitor.secondsToWait, form.values, "code");
  if (!form.ok) return formProblem(form);
  await refuseLetters(form.value.postcode, form.value.nummer, form.value.code);
  return redirectWithFlash("/geen-brieven", { text: serverT(locale, "join")("noLetters.done") });
}

export default function NoLetters() {
  const t = useT("join");
  const { title, phone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { errors, values } = problem ?? { errors: {} as Record<string, string>, values: {} as Record<string, string> };
  return (
    <Page title={title} intro={t("noLetters.intro")}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="postcode" label={t("start.postcode")} hint={t("start.postcodeHint")} error={errors.postcode} defaultValue={values.postcode} autoComplete="postal-code" maxLength={10} className="max-w-48" />
        <TextField name="nummer" label={t("start.number")} error={errors.nummer} defaultValue={values.nummer} maxLength={10} className="max-w-48" />
        <CodeField label={t("code.label")} hint={t("code.hint")} error={errors.code} value={values.code} />
        <Button wide>{t("noLetters.action")}</Button>
      </Form>
      <p className="measure text-ink-soft">{phone ? t("noLetters.phone", { phone }) : t("noLetters.lost")}</p>
    </Page>
  );
}
