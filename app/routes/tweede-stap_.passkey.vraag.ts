import type { ActionFunctionArgs } from "@remix-run/node";
import { askForPasskey } from "../features/passkeys/ask-for-passkey.server.ts";
import { recogniseBrowser } from "../features/session/browser.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { requireStaff } from "../features/session/require-staff.server.ts";
import { tooManyInWords } from "../features/session/too-many.server.ts";

/** What a browser must sign for the second step of who is logging in. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireStaff(args);
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return Response.json(...tooManyInWords(viewer.locale, visitor.secondsToWait));
  const browser = recogniseBrowser(args.request);
  return Response.json(await askForPasskey({ browserHash: browser.hash, accountId: viewer.accountId }), { headers: { "Set-Cookie": browser.setCookie } });
}
