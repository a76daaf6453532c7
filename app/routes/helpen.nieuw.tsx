import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { beginSession, notBegun } from "../features/assisted/begin-session.server.ts";
import { findHelpAddresses, helpAddress } from "../features/assisted/help-addresses.server.ts";
import { HelpedBeforeFields, SignedFormFields } from "../features/assisted/start-fields.tsx";
import { requireHelper } from "../features/session/require-assisting.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

const askedFor = (url: string) => {
  const { searchParams } = new URL(url);
  return { chosen: searchParams.get("adres"), text: searchParams.get("zoek") };
};

export async function loader(args: LoaderFunctionArgs) {
  const helper = await requireHelper(args);
  const { chosen, text } = askedFor(args.request.url);
  const found = await asViewer(helper, async (tx) => ({
    home: chosen === null ? null : await helpAddress(tx, chosen),
    addresses: text === null ? null : await findHelpAddresses(tx, text),
  }));
  if (chosen !== null && !found.home) throw notFound();
  return { ...wordsFor(helper.locale, "assisted"), title: serverT(helper.locale, "assisted")("begin.title"), ...found, text };
}

/** Begins a session at the chosen home. */
export async function action(args: ActionFunctionArgs) {
  const helper = await requireHelper(args);
  const begun = await beginSession(helper, { dwellingId: askedFor(args.request.url).chosen ?? "" }, await readForm(args.request));
  return "id" in begun ? redirect(`/helpen/${begun.id}`, 303) : notBegun(begun);
}

export default function Begin() {
  const t = useT("assisted");
  const { title, home, addresses, text } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const fields = { values: problem?.values ?? {}, errors: problem?.errors ?? {} };
  if (home) {
    return (
      <Page title={t("begin.formTitle", { address: home.line })} back={{ to: "/helpen/nieuw", words: t("begin.otherAddress") }}>
        <ErrorSummary errors={problem?.errors} />
        <Form method="post" className="flex flex-col gap-6">
          <HelpedBeforeFields {...fields} />
          <SignedFormFields {...fields} />
          <Button wide>{t("begin.submit")}</Button>
        </Form>
      </Page>
    );
  }
  return (
    <Page title={title} intro={t("begin.intro")} back={{ to: "/helpen", words: t("home.title") }}>
      <Form role="search" className="flex flex-wrap items-end gap-3">
        <TextField label={t("begin.search")} hint={t("begin.searchHint")} name="zoek" defaultValue={text ?? ""} autoComplete="off" />
        <Button look="secondary">{t("begin.searchDo")}</Button>
      </Form>
      {addresses?.length ? (
        <Rows>
          {addresses.map(({ dwellingId, line, postcode }) => (
            <Row
              key={dwellingId}
              title={
                <Link to={`/helpen/nieuw?adres=${dwellingId}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {line}
                </Link>
              }
            >
              {postcode}
            </Row>
          ))}
        </Rows>
      ) : null}
      {addresses?.length === 0 ? <p role="status">{t("begin.nothing")}</p> : null}
    </Page>
  );
}
