import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { stopSignup } from "../features/households/end-signup.server.ts";
import { endSession } from "../features/session/end-session.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return { ...wordsFor(viewer.locale, "join"), title: serverT(viewer.locale, "join")("stop.title") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const headers = new Headers([["Set-Cookie", await endSession(args.request)]]);
  await stopSignup(viewer.accountId);
  return redirectWithFlash("/", { text: serverT(viewer.locale, "join")("stop.done") }, headers);
}

export default function StopSigningUp() {
  const t = useT("join");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("stop.text")}>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("stop.action")}
        </Button>
        <ButtonLink look="secondary" wide to="/meedoen/code">
          {t("stop.back")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
