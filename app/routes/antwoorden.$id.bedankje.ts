import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { thankAnswer } from "../features/questions/thank-answer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Thanks a neighbour for an answer. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const questionId = await asViewer(resident, (tx) => thankAnswer(tx, resident, id));
  if (!questionId) throw notFound();
  return redirectWithFlash(`/vragen/${questionId}#antwoord-${id}`, { text: serverT(resident.locale, "questions")("thanks.done") });
}
