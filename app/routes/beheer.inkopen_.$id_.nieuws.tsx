import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { newsSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { publishNews } from "../features/purchases/desk/tell-sign-ups.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];
const tellable = ["open", "reached", "cancelled", "supplier_failed", "finished"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const { title: about } = await asViewer(moderator, (tx) => decidable(tx, moderator, id, ...tellable));
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("news.title"), id, about };
}

/** Puts news on the page of the purchase. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const t = serverT(moderator.locale, "purchaseDesk");
  await asViewer(moderator, (tx) => decidable(tx, moderator, id, ...tellable));
  const form = parseForm(newsSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  if (!(await asViewer(moderator, (tx) => publishNews(tx, id, form.value.titel, form.value.nieuws)))) throw notFound();
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t("news.published") });
}

export default function NewsOfPurchase() {
  const t = useT("purchaseDesk");
  const { title, id, about } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { values = {}, errors = {} } = problem ?? {};
  return (
    <Page title={title} intro={`${about}. ${t("news.intro")}`} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextField label={t("news.headline")} name="titel" maxLength={120} error={errors.titel} defaultValue={typed(values.titel)} />
        <TextArea label={t("news.body")} name="nieuws" rows={6} maxLength={4000} error={errors.nieuws} defaultValue={typed(values.nieuws)} />
        <Button wide>{t("news.send")}</Button>
      </Form>
    </Page>
  );
}
