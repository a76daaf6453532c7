import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { addressOfHome } from "../features/households/find-addresses.server.ts";
import { moveOut } from "../features/households/move-out.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "household");
  const address = await addressOfHome(resident.dwellingId);
  return {
    ...wordsFor(resident.locale, "household"),
    title: t("moving.title"),
    intro: t("moving.intro", { address: address?.line ?? "" }),
    alone: await asViewer(resident, (tx) => isLastAdult(tx, resident)),
  };
}

/** Ends one's membership of the household. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = await readForm(args.request);
  if (form.get("sure[]") !== "yes") return formProblem({ errors: { sure: serverT(resident.locale, "household")("moving.confirmNeeded") }, values: formValues(form) });
  await moveOut(resident);
  return redirect("/verhuisd", 303);
}

export default function MovingOut() {
  const t = useT("household");
  const { title, intro, alone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={intro} back={{ to: "/huishouden", words: t("back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Card>
        <h2 className="text-lg">{t("moving.atOnce")}</h2>
        <p className="measure">{alone ? t("moving.alone") : t("moving.notAlone")}</p>
        <h2 className="mt-4 text-lg">{t("moving.later")}</h2>
        <p className="measure">{t("moving.laterText")}</p>
      </Card>
      <p>
        {t("moving.downloadFirst")}{" "}
        <a href="/toestemmingen/gegevens.json" download className="text-garden underline underline-offset-4">
          {t("moving.download")}
        </a>
      </p>
      <Form method="post" className="flex flex-col gap-6">
        <Choices several legend={t("moving.action")} name="sure[]" error={problem?.errors.sure} choices={[{ value: "yes", label: t("moving.confirm") }]} />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("moving.action")}
          </Button>
          <ButtonLink look="secondary" wide to="/huishouden">
            {t("moving.keep")}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}
