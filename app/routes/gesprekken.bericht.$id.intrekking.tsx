import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { findMessage } from "../features/threads/find-message.server.ts";
import { takeBackMessage } from "../features/threads/take-back-message.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const message = await asViewer(resident, (tx) => findMessage(tx, resident, args.params.id));
  if (!message?.own) throw notFound();
  return { ...wordsFor(resident.locale, "threads"), title: serverT(resident.locale, "threads")("takeBack.title"), path: `/gesprekken/${message.threadId}`, body: message.body };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const thread = await asViewer(resident, (tx) => takeBackMessage(tx, resident, idIn(args.params)));
  if (!thread) throw notFound();
  return redirectWithFlash(`/gesprekken/${thread}`, { text: serverT(resident.locale, "threads")("takeBack.done") });
}

export default function TakeBackMessage() {
  const t = useT("threads");
  const { title, path, body } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("takeBack.intro")} back={{ to: path, words: t("takeBack.keep") }}>
      <blockquote className="measure break-words whitespace-pre-line border-l-4 border-line-strong pl-3">{body}</blockquote>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("takeBack.confirm")}
        </Button>
        <ButtonLink look="secondary" wide to={path}>
          {t("takeBack.keep")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
