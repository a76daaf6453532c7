import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settleProof } from "../features/households/settle-proof.server.ts";
import { answerCode } from "../features/session/answer-code.server.ts";
import { browserHash } from "../features/session/browser.server.ts";
import { CodePage } from "../features/session/code-form.tsx";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { pendingEmail } from "../features/session/use-proof.server.ts";
import { askedNeighbourhood } from "../features/waiting-list/asked-neighbourhood.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const { code } = await askedNeighbourhood(args.request);
  const email = await pendingEmail(browserHash(args.request), ["confirm_waiting"]);
  return { ...wordsFor(locale, "session"), title: serverT(locale, "join")("waiting.codeTitle"), email, again: `/wachtlijst?buurt=${encodeURIComponent(code)}` };
}

export function action(args: ActionFunctionArgs) {
  allowEveryone();
  return answerCode(args, ["confirm_waiting"], settleProof(args.request));
}

export default function WaitingCode() {
  const { title, email, again } = useLoaderData<typeof loader>();
  return <CodePage title={title} email={email} again={again} problem={useActionData<typeof action>()} />;
}
