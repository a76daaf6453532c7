import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { unfollowQuestion } from "../features/questions/follow-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** No longer wants to be told of a question. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => unfollowQuestion(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/vragen/${id}`, { text: serverT(resident.locale, "questions")("page.done.unfollowed") });
}
