import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { RulesView, WhatView } from "../features/purchases/desk/rules-view.tsx";
import { openPurchase } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const concept = await asViewer(moderator, (tx) => decidable(tx, moderator, id, "concept"));
  return { ...wordsFor(moderator.locale, "purchaseDesk", "catalogue"), title: serverT(moderator.locale, "purchaseDesk")("open.title"), concept };
}

/** Opens it: from here on its rules stay. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const t = serverT(moderator.locale, "purchaseDesk");
  const opened = await asViewer(moderator, (tx) => openPurchase(tx, id));
  if (!opened) throw notFound();
  if (opened !== "opened") return data({ errors: { form: t(`open.${opened}`) } }, { status: 422 });
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t("open.opened") });
}

export default function OpenPurchase() {
  const t = useT("purchaseDesk");
  const { title, concept } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("open.intro")} back={{ to: `/beheer/inkopen/${concept.id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Section title={concept.title}>
        {concept.body ? <p className="measure whitespace-pre-line">{concept.body}</p> : null}
        <WhatView purchase={concept} />
      </Section>
      <Section title={t("rules.title")}>
        <RulesView rules={concept.rules} />
      </Section>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button>{t("open.submit")}</Button>
        <ButtonLink look="secondary" to={`/beheer/inkopen/${concept.id}/wijzigen`}>
          {t("open.change")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
