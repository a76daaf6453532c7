import type { ActionFunctionArgs } from "@remix-run/node";
import { askForNewPasskey } from "../features/passkeys/ask-for-new-passkey.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { tooManyInWords } from "../features/session/too-many.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** What a browser needs to make a passkey for who is logged in. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return Response.json(...tooManyInWords(viewer.locale, visitor.secondsToWait));
  const browser = recogniseBrowser(args.request);
  const options = await askForNewPasskey(viewer, browser.hash);
  if (!options) return Response.json({ problem: serverT(viewer.locale, "passkeys")("add.failed") }, { status: 422 });
  return Response.json(options, { headers: { "Set-Cookie": browser.setCookie } });
}
