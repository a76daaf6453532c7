import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { inviteAdult } from "../features/households/invite-adult.server.ts";
import { emailForm } from "../features/session/email.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
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
  const resident = await requireResident(args);
  return { ...wordsFor(resident.locale, "household"), title: serverT(resident.locale, "household")("inviteAdult.title") };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(emailForm(resident.locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const refusal = await inviteAdult(resident, form.value.email, args.context.ip);
  if (refusal) return tooMany(resident.locale, refusal.secondsToWait, form.values);
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "household")("inviteAdult.sent") });
}

export default function InviteAdult() {
  const t = useT("household");
  const { title } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("inviteAdult.intro")} back={{ to: "/huishouden", words: t("back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="email" type="email" autoComplete="off" label={t("inviteAdult.label")} hint={t("inviteAdult.hint")} error={problem?.errors.email} defaultValue={problem?.values.email} />
        <Button wide>{t("inviteAdult.action")}</Button>
      </Form>
    </Page>
  );
}
