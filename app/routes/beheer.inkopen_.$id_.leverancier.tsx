import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { supplierSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { chooseSupplier } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, (tx) => decidable(tx, moderator, id, "concept", "open"));
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("supplier.title"), id, supplier: found.supplier, criteria: found.rules.criteria };
}

/** Chooses the supplier, once. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => decidable(tx, moderator, id, "concept", "open"));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(supplierSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const chosen = await asViewer(moderator, (tx) => chooseSupplier(tx, id, form.value.naam, form.value.waarom));
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t(chosen ? "supplier.chosen" : "supplier.gone") });
}

export default function ChooseSupplier() {
  const t = useT("purchaseDesk");
  const { title, id, supplier, criteria } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("supplier.intro")} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {supplier ? (
        <Card tone="sun">{t("supplier.gone")}</Card>
      ) : (
        <Form method="post" className="flex flex-col gap-6">
          <p className="measure whitespace-pre-line">{`${t("supplier.criteria")}: ${criteria}`}</p>
          <TextField label={t("supplier.name")} name="naam" maxLength={120} error={problem?.errors.naam} defaultValue={typed(problem?.values.naam)} />
          <TextArea label={t("supplier.why")} hint={t("supplier.whyHint")} name="waarom" maxLength={2000} error={problem?.errors.waarom} defaultValue={typed(problem?.values.waarom)} />
          <Button wide>{t("supplier.submit")}</Button>
        </Form>
      )}
    </Page>
  );
}
