import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { settleProof } from "../features/households/settle-proof.server.ts";
import { answerCode } from "../features/session/answer-code.server.ts";
import { browserHash } from "../features/session/browser.server.ts";
import { CodePage } from "../features/session/code-form.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { pendingEmail } from "../features/session/use-proof.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireResident(args);
  return { ...wordsFor(locale, "session"), title: serverT(locale, "session")("changeEmail.codeTitle"), email: await pendingEmail(browserHash(args.request), ["change_email"]) };
}

export async function action(args: ActionFunctionArgs) {
  await requireResident(args);
  return answerCode(args, ["change_email"], settleProof(args.request));
}

export default function ChangeEmailCode() {
  const { title, email } = useLoaderData<typeof loader>();
  return <CodePage title={title} email={email} again="/huishouden/e-mail" problem={useActionData<typeof action>()} />;
}
