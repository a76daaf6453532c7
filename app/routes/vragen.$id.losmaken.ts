import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { undoMerge } from "../features/questions/merge-question.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes a question apart from the one with which one put it together. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  if (!(await asViewer(resident, (tx) => undoMerge(tx, resident, id)))) throw notFound();
  return redirectWithFlash(`/vragen/${id}`, { text: serverT(resident.locale, "questions")("merge.undone") });
}
