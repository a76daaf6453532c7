import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { posted, requirePostbox } from "../features/notifications/memory-mailbox.server.ts";
import { PostedText } from "../features/notifications/posted-text.tsx";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.item.subject} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  requirePostbox();
  const item = posted().find(({ id }) => id === args.params.id);
  if (!item) throw notFound();
  return { ...wordsFor(await pageLocale(args), "session"), item: { to: item.to, subject: item.subject, text: item.text } };
}

export default function PostedItem() {
  const t = useT("session");
  const { item } = useLoaderData<typeof loader>();
  return (
    <Page title={item.subject} intro={`${t("postbox.to")} ${item.to}`} back={{ to: "/postvak", words: t("postbox.back") }}>
      <Card>
        <PostedText text={item.text} />
      </Card>
    </Page>
  );
}
