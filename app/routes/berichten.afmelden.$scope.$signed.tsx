import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { unsubscribeForm } from "../features/notices/notice-choice.schema.server.ts";
import { readUnsubscribe } from "../features/notices/unsubscribe-link.server.ts";
import { unsubscribe } from "../features/notices/unsubscribe.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** Shows what can be turned off; opening it turns nothing off, because mail scanners open links. */
export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const link = readUnsubscribe(args.params);
  if (!link) throw notFound();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "notices"), title: serverT(locale, "notices")("stop.title"), scope: link.scope };
}

/** Turns mail off: for a mail program with one POST (RFC 8058), which has no cookie and comes from elsewhere, or from the page. */
export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const link = readUnsubscribe(args.params);
  if (!link) throw notFound();
  const sent = await readForm(args.request);
  if (sent.get("List-Unsubscribe") === "One-Click") {
    await unsubscribe(link.accountId, link.scope, "mail_program");
    return { done: true as const };
  }
  const form = parseForm(unsubscribeForm(await pageLocale(args)), sent);
  if (!form.ok) return formProblem(form);
  const { uit } = form.value;
  // The link turns off what it was made for, or all mail; nothing else.
  await unsubscribe(link.accountId, uit === "all" ? "all" : link.scope, "page");
  return { done: true as const };
}

export default function TurnOffMail() {
  const t = useT("notices");
  const { title, scope } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "done" in answer) {
    return (
      <Page title={t("stop.doneTitle")}>
        <p>{t("stop.done")}</p>
      </Page>
    );
  }
  const all = { value: "all", label: t("stop.all") };
  return (
    <Page title={title} intro={t("stop.intro")}>
      <ErrorSummary errors={answer?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices name="uit" legend={t("stop.legend")} error={answer?.errors.uit} chosen={scope} choices={scope === "all" ? [all] : [{ value: scope, label: t("stop.only", { scope: t(`choice.scopes.${scope}`) }) }, all]} />
        <Button wide>{t("stop.action")}</Button>
      </Form>
    </Page>
  );
}
