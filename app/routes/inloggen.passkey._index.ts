import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readAssertion } from "../features/passkeys/browser-answer.server.ts";
import { logInWithPasskey } from "../features/passkeys/log-in-with-passkey.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { tooManyInWords } from "../features/session/too-many.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { safePath } from "../http/safe-path.ts";
import { serverT } from "../i18n/words.server.ts";

/** Logs in with what a passkey signed. Whatever is wrong, the words are the same. */
export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const form = await readForm(args.request);
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return Response.json(...tooManyInWords(locale, visitor.secondsToWait));
  const answer = readAssertion(form.get("answer"));
  const cookie = answer && (await logInWithPasskey(args.request, answer));
  if (!cookie) return Response.json({ problem: serverT(locale, "passkeys")("use.failed") }, { status: 422 });
  return redirect(safePath(String(form.get("terug")), "/begin"), { status: 303, headers: { "Set-Cookie": cookie } });
}
