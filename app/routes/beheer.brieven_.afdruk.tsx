import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { env } from "../env.server.ts";
import { printLetters } from "../features/households/print-letters.server.ts";
import { lettersPage } from "../features/moderation/letters-page.server.tsx";
import { printSchema } from "../features/moderation/moderation.schema.server.ts";
import { pendingLetters } from "../features/moderation/pending-letters.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { qrPath } from "../http/qr-path.server.ts";
import { readForm } from "../http/read-form.server.ts";

/** Opening this address again prints nothing: codes are made by the button only. */
export async function loader(args: LoaderFunctionArgs) {
  await requireModerator(args);
  throw redirect("/beheer/brieven");
}

/** Makes the codes of the chosen letters and answers with the letters themselves, once. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const form = parseForm(printSchema, await readForm(args.request));
  if (!form.ok) throw redirect("/beheer/brieven?fout=geen", 303);
  const pending = await asViewer(moderator, (tx) => pendingLetters(tx, moderator));
  const names = new Map(pending.map(({ id, neighbourhoodName }) => [id, neighbourhoodName]));
  const printed = await printLetters(moderator, form.value.letter.filter((id) => names.has(id)));
  if (printed.length === 0) throw redirect("/beheer/brieven?fout=weg", 303);
  const { ORGANISATION_NAME, ORGANISATION_ADDRESS, ORGANISATION_PHONE, ORGANISATION_EMAIL, APP_URL } = env();
  return lettersPage({
    letters: printed.map(({ letterId, ...letter }) => ({ ...letter, id: letterId, neighbourhoodName: names.get(letterId)!, qr: qrPath(letter.url) })),
    leftOut: form.value.letter.length - printed.length,
    from: { name: ORGANISATION_NAME, address: ORGANISATION_ADDRESS, phone: ORGANISATION_PHONE, email: ORGANISATION_EMAIL, siteUrl: APP_URL },
    locale: moderator.locale,
    nonce: args.context.nonce,
  });
}
