import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { leaveWaitingList } from "../features/waiting-list/leave-waiting-list.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readSignedId } from "../http/signed-id.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  if (!readSignedId("leaving the waiting list", args.params.signed)) throw notFound();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("waiting.stopTitle") };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const id = readSignedId("leaving the waiting list", args.params.signed);
  if (!id) throw notFound();
  await leaveWaitingList(id);
  return redirectWithFlash("/", { text: serverT(await pageLocale(args), "join")("waiting.stopped") });
}

export default function LeaveWaitingList() {
  const t = useT("join");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("waiting.stopText")}>
      <Form method="post">
        <Button wide>{t("waiting.stopAction")}</Button>
      </Form>
    </Page>
  );
}
