import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readAssertion } from "../features/passkeys/browser-answer.server.ts";
import { spendPasskey } from "../features/passkeys/spend-passkey.server.ts";
import { confirmSecondFactor } from "../features/second-factor/confirm-second-factor.server.ts";
import { browserHash } from "../features/session/browser.server.ts";
import { requireStaff, staffHome } from "../features/session/require-staff.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { safePath } from "../http/safe-path.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes the second step with what a passkey of this account signed. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireStaff(args);
  const { accountId, locale } = viewer;
  const form = await readForm(args.request);
  const answer = readAssertion(form.get("answer"));
  const asked = { browserHash: browserHash(args.request) ?? "", accountId };
  const confirmed = await confirmSecondFactor(viewer, args.request, async (tx) => answer !== null && (await spendPasskey(tx, asked, answer)) !== null);
  if (!confirmed.ok) {
    const problem = confirmed.minutes ? serverT(locale, "moderation")("secondFactor.wait", { count: confirmed.minutes }) : serverT(locale, "passkeys")("use.failedSecondStep");
    return Response.json({ problem }, { status: 422 });
  }
  return redirect(safePath(String(form.get("terug")), staffHome(viewer)), { status: 303, headers: { "Set-Cookie": confirmed.cookie } });
}
