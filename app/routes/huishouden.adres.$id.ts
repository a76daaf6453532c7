import type { ActionFunctionArgs } from "@remix-run/node";
import { answerClaim } from "../features/addresses/home-claims.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** What somebody who lives at an address says of another who says to live there. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const answer = (await readForm(args.request)).get("antwoord");
  if (answer !== "klopt" && answer !== "klopt-niet") throw notFound();
  const outcome = await answerClaim(resident, id, answer === "klopt");
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "vouching")(`home.${outcome ?? "over"}`) });
}
