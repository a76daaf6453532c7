import type { ActionFunctionArgs } from "@remix-run/node";
import { answerJoinRequest } from "../features/households/answer-join-request.server.ts";
import { readHousehold } from "../features/households/read-household.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** The household's yes or no to somebody who asks to belong to it. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  const answer = (await readForm(args.request)).get("antwoord");
  if (!isUuid(id) || (answer !== "ja" && answer !== "nee")) throw notFound();
  const request = (await readHousehold(resident)).requests.find((each) => each.id === id);
  const outcome = request ? await answerJoinRequest(resident, id, answer === "ja") : "gone";
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "household")(outcome, { name: request?.name ?? "" }) });
}
