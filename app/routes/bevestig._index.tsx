import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { settleProof } from "../features/households/settle-proof.server.ts";
import { browserHash } from "../features/session/browser.server.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { forgetLink, keptLink } from "../features/session/link-cookie.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { lookAtLink, useLink } from "../features/session/use-proof.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const found = await lookAtLink(keptLink("proof", args.request), browserHash(args.request));
  const link = typeof found !== "string" ? found : { purpose: found === "other_browser" ? found : ("expired" as const), email: "" };
  return { ...wordsFor(locale, "session"), title: serverT(locale, "session")(`confirm.${link.purpose}.title`), link, loggedIn: (await currentViewer(args)) !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  allowEveryone();
  const result = await useLink(keptLink("proof", request), browserHash(request), settleProof(request));
  if (!(result instanceof Response)) return redirect("/bevestig", 303);
  result.headers.append("Set-Cookie", forgetLink("proof"));
  return result;
}

export default function Confirm() {
  const t = useT("session");
  const { title, link, loggedIn } = useLoaderData<typeof loader>();
  const { purpose, email } = link;
  return (
    <Page title={title} intro={t(`confirm.${purpose}.text`, { email })}>
      {purpose === "other_browser" ? null : purpose === "expired" ? (
        <ButtonLink wide to={loggedIn ? "/begin" : "/inloggen"}>
          {t(loggedIn ? "confirm.expired.loggedIn" : "confirm.expired.action")}
        </ButtonLink>
      ) : (
        <Form method="post">
          <Button wide>{t(`confirm.${purpose}.action`)}</Button>
        </Form>
      )}
    </Page>
  );
}
