import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ShieldCheck } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { allAtOnce } from "../features/privacy/all-at-once.server.ts";
import { withdrawAllConsents } from "../features/privacy/withdraw-all-consents.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Card, EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const ends = await asViewer(resident, (tx) => allAtOnce(tx, resident));
  return { ...wordsFor(resident.locale, "privacy"), title: serverT(resident.locale, "privacy")("all.title"), street: resident.streetName, ends };
}

/** Takes back all that this resident said yes to. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = await readForm(args.request);
  const t = serverT(resident.locale, "privacy");
  if (form.get("sure[]") !== "yes") return formProblem({ errors: { sure: t("all.confirmNeeded") }, values: formValues(form) });
  const count = await asViewer(resident, (tx) => withdrawAllConsents(tx, resident));
  return redirectWithFlash("/toestemmingen", { text: t("all.done", { count }) });
}

export default function WithdrawAll() {
  const t = useT("privacy");
  const { title, street, ends } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const list = "mt-1 measure list-disc space-y-1 pl-5";
  return (
    <Page title={title} intro={t("all.intro")} back={{ to: "/toestemmingen", words: t("book.title") }}>
      {ends.all === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={t("all.nothing")}>
          {t("all.nothingText")}
        </EmptyState>
      ) : (
        <>
          <ErrorSummary errors={problem?.errors.sure ? { sure: problem.errors.sure } : undefined} />
          <Card>
            <h2 className="text-lg">{t("all.ends")}</h2>
            <ul className={list}>
              {(["shares", "answers", "joins", "suppliers", "left"] as const).map((what) => (ends[what] > 0 ? <li key={what}>{t(`all.${what}`, { count: ends[what] })}</li> : null))}
              {ends.names > 0 ? <li>{t("all.names", { street })}</li> : null}
              {ends.figures > 0 ? <li>{t("all.figures")}</li> : null}
            </ul>
            <h2 className="mt-4 text-lg">{t("all.stays")}</h2>
            <ul className={list}>
              {(["staysRead", "staysSupplier", "staysFigures", "staysHousemate", "staysKept"] as const).map((what) => (
                <li key={what}>{t(`all.${what}`)}</li>
              ))}
            </ul>
          </Card>
          <Form method="post" className="flex flex-col gap-6">
            <Choices several legend={t("all.submit")} name="sure[]" error={problem?.errors.sure} choices={[{ value: "yes", label: t("all.confirm") }]} />
            <div className="flex flex-col gap-3 sm:flex-row">
              <Button look="danger" wide>
                {t("all.submit")}
              </Button>
              <ButtonLink look="secondary" wide to="/toestemmingen">
                {t("all.keep")}
              </ButtonLink>
            </div>
          </Form>
        </>
      )}
    </Page>
  );
}
