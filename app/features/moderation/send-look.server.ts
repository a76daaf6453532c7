import type { ReportedKind } from "../../../db/schema/sharing.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { lookSchema } from "./moderation.schema.server.ts";

/**
 * Takes in why a moderator looks, and gives what there is to see. The answer to the form is the look itself: to see it again
 * is to look again.
 * @param find the report or appeal that it is for
 * @throws 404 when there is no such report or appeal for this moderator, or nothing to look at that isn't theirs to read anyway
 */
export async function sendLook(moderator: Moderator, id: string, find: (tx: ViewerTx, moderator: Moderator, id: string) => Promise<{ subjectKind: ReportedKind } | null>, form: FormData) {
  const found = await asViewer(moderator, (tx) => find(tx, moderator, id));
  if (!found || found.subjectKind === "municipal_post") throw notFound();
  const parsed = parseForm(lookSchema(serverT(moderator.locale, "moderation")), form);
  if (!parsed.ok) return formProblem(parsed);
  const item = await asViewer(moderator, (tx) => lookAtReported(tx, id, parsed.value));
  if (!item) throw notFound();
  return { item };
}
