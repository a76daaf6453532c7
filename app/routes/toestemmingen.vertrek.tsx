import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { requestErasure } from "../features/privacy/request-erasure.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { endSession } from "../features/session/end-session.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const { householdId, residentId } = viewer;
  const alone = householdId ? await asViewer(viewer, (tx) => isLastAdult(tx, { householdId, residentId })) : null;
  return { ...wordsFor(viewer.locale, "privacy"), title: serverT(viewer.locale, "privacy")("leaving.title"), alone };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const form = await readForm(args.request);
  if (form.get("sure[]") !== "yes") {
    return formProblem({ errors: { sure: serverT(viewer.locale, "privacy")("leaving.confirmNeeded") }, values: formValues(form) });
  }
  await requestErasure(viewer);
  return redirect("/vertrokken", { status: 303, headers: { "Set-Cookie": await endSession(args.request) } });
}

export default function Leaving() {
  const t = useT("privacy");
  const { title, alone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("leaving.intro")} back={{ to: "/toestemmingen", words: t("book.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Card>
        <h2 className="text-lg">{t("leaving.atOnce")}</h2>
        <p className="measure">{t("leaving.atOnceText")}</p>
        {alone === null ? null : <p className="mt-1 measure">{alone ? t("leaving.alone") : t("leaving.notAlone")}</p>}
        <h2 className="mt-4 text-lg">{t("leaving.later")}</h2>
        <p className="measure">{t("leaving.laterText")}</p>
      </Card>
      <p>
        {t("leaving.downloadFirst")}{" "}
        <a href="/toestemmingen/gegevens.json" download className="text-garden underline underline-offset-4">
          {t("book.download")}
        </a>
      </p>
      <Form method="post" className="flex flex-col gap-6">
        <Choices several legend={t("leaving.submit")} name="sure[]" error={problem?.errors.sure} choices={[{ value: "yes", label: t("leaving.confirm") }]} />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("leaving.submit")}
          </Button>
          <ButtonLink look="secondary" wide to="/toestemmingen">
            {t("leaving.keep")}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
