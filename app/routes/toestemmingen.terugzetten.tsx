import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PlanView } from "../features/privacy/putting-back/plan-view.tsx";
import { takeUpload } from "../features/privacy/putting-back/take-upload.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import type { FormErrors } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return { ...wordsFor(resident.locale, "privacy", "catalogue"), title: serverT(resident.locale, "privacy")("back.title") };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const taken = await takeUpload(resident, args.request);
  return taken.done === undefined ? taken.answer : redirectWithFlash("/mijn-huis", { text: taken.done });
}

export default function PutBack() {
  const t = useT("privacy");
  const { title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const plan = answer && "plan" in answer ? answer.plan : null;
  const errors: FormErrors | undefined = answer && "errors" in answer ? (answer.errors as FormErrors) : undefined;
  return (
    <Page title={title} intro={t("back.intro")} back={{ to: "/toestemmingen/archief", words: t("archive.title") }}>
      <ErrorSummary errors={errors} />
      {plan ? <PlanView plan={plan} /> : null}
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <TextField type="file" label={t(plan ? "back.fileAgain" : "back.file")} hint={t(plan ? "back.fileAgainHint" : "back.fileHint")} name="file" accept=".zip,.json,application/zip,application/json" error={errors?.file} />
        {plan ? <input type="hidden" name="mark" value={plan.mark} /> : null}
        {plan && plan.things.length > 0 ? <Button wide>{t("back.confirm", { count: plan.things.length })}</Button> : null}
        <Button wide look={plan ? "secondary" : "primary"} name="look" value="yes">
          {t("back.look")}
        </Button>
      </Form>
    </Page>
  );
}
