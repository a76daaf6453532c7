import type { ActionFunctionArgs } from "@remix-run/node";
import { askForPasskey } from "../features/passkeys/ask-for-passkey.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { tooManyInWords } from "../features/session/too-many.server.ts";

/** What a browser must sign to log in with a passkey; the same for everybody. */
export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return Response.json(...tooManyInWords(await pageLocale(args), visitor.secondsToWait));
  const browser = recogniseBrowser(args.request);
  return Response.json(await askForPasskey({ browserHash: browser.hash, accountId: null }), { headers: { "Set-Cookie": browser.setCookie } });
}
