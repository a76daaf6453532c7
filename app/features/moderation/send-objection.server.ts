import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { objectionSchema } from "./moderation.schema.server.ts";
import { objectTo } from "./object-to.server.ts";

/**
 * Takes in an objection and goes back to the decision with a line that says what came of it.
 * @throws 404 when there is no such decision for this viewer
 */
export async function sendObjection(resident: AccountViewer, decisionId: string, back: string, form: FormData) {
  const t = serverT(resident.locale, "decisions");
  const parsed = parseForm(objectionSchema(t), form);
  if (!parsed.ok) return formProblem(parsed);
  const outcome = await asViewer(resident, (tx) => objectTo(tx, decisionId, parsed.value.reason));
  if (!outcome) throw notFound();
  throw await redirectWithFlash(back, { text: t(`objection.${outcome}`) });
}
