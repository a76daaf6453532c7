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
  return { ...wordsFor(locale, "session"), title: serverT(locale, "session")("code.title"), email: await pendingEmail(browserHash(args.request), ["log_in"]) };
}

export function action(args: ActionFunctionArgs) {
  allowEveryone();
  return answerCode(args, ["log_in"], settleProof(args.request));
}

export default function LogInCode() {
  const { title, email } = useLoaderData<typeof loader>();
  return <CodePage title={title} email={email} again="/inloggen" problem={useActionData<typeof action>()} />;
}
