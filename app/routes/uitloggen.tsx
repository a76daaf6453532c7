import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { endSession } from "../features/session/end-session.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  return { ...wordsFor(locale, "session"), title: serverT(locale, "session")("logOut.title") };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const headers = new Headers([["Set-Cookie", await endSession(args.request)]]);
  return redirectWithFlash("/", { text: serverT(locale, "session")("logOut.done") }, headers);
}

export default function LogOut() {
  const t = useT("session");
  const common = useT("common");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("logOut.text")} back={{ to: "/meer", words: common("nav.more") }}>
      <Form method="post">
        <Button wide>{t("logOut.action")}</Button>
      </Form>
    </Page>
  );
}
