import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settleProof } from "../features/households/settle-proof.server.ts";
import { answerCode } from "../features/session/answer-code.server.ts";
import { browserHash } from "../features/session/browser.server.ts";
import { CodePage } from "../features/session/code-form.tsx";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { pendingEmail } from "../features/session/use-proof.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const home = new URL(args.request.url).searchParams.get("adres");
  return {
    ...wordsFor(locale, "session"),
    title: serverT(locale, "join")("mail.codeTitle"),
    email: await pendingEmail(browserHash(args.request), ["sign_up"]),
    again: home ? `/meedoen/mail?adres=${encodeURIComponent(home)}` : "/meedoen",
  };
}

export function action(args: ActionFunctionArgs) {
  allowEveryone();
  return answerCode(args, ["sign_up"], settleProof(args.request));
}

export default function SignUpCode() {
  const { title, email, again } = useLoaderData<typeof loader>();
  return <CodePage title={title} email={email} again={again} problem={useActionData<typeof action>()} />;
}
