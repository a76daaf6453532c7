import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { agreeToEmailChange, lookAtEmailChange, stopEmailChange } from "../features/session/apply-email-change.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { readSignedId } from "../http/signed-id.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const id = readSignedId("leaving a mailbox", args.params.signed);
  if (!id) throw notFound();
  const locale = await pageLocale(args);
  const t = serverT(locale, "session");
  const change = await lookAtEmailChange(id);
  return {
    ...wordsFor(locale, "session"),
    title: change ? t("oldMailbox.title") : t("oldMailbox.over.title"),
    text: change ? t("oldMailbox.text", { email: change.newEmail, date: dayInWords(change.effectiveAt, locale) }) : t("oldMailbox.over.text"),
    open: change !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const id = readSignedId("leaving a mailbox", args.params.signed);
  const answer = (await readForm(args.request)).get("antwoord");
  if (!id || (answer !== "ja" && answer !== "nee")) throw notFound();
  const t = serverT(await pageLocale(args), "session");
  const done = answer === "ja" ? await agreeToEmailChange(id) : await stopEmailChange(id);
  return redirectWithFlash("/inloggen", { text: !done ? t("oldMailbox.over.title") : answer === "ja" ? t("oldMailbox.agreed") : t("oldMailbox.stopped") });
}

export default function OldMailbox() {
  const t = useT("session");
  const { title, text, open } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={text}>
      {open ? (
        <Form method="post" className="flex flex-col gap-3 sm:flex-row">
          <Button wide name="antwoord" value="ja">
            {t("oldMailbox.agree")}
          </Button>
          <Button wide look="danger" name="antwoord" value="nee">
            {t("oldMailbox.stop")}
          </Button>
        </Form>
      ) : (
        <ButtonLink look="secondary" to="/">
          {t("oldMailbox.over.action")}
        </ButtonLink>
      )}
    </Page>
  );
}
