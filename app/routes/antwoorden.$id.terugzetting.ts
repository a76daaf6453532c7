import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownAnswer } from "../features/questions/find-answer.server.ts";
import { restoreAnswer } from "../features/questions/restore-answer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { Refused } from "../features/sharing/refused.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Puts back an answer that was taken away. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "questions");
  try {
    const { id, questionId, questionTitle } = await asViewer(resident, async (tx) => {
      const found = await ownAnswer(tx, resident, args.params.id);
      if (!(await restoreAnswer(tx, resident, found.id))) throw notFound();
      return found;
    });
    return await redirectWithFlash(questionTitle === null ? "/vragen" : `/vragen/${questionId}#antwoord-${id}`, { text: t("answer.restoredDone") });
  } catch (error) {
    if (error instanceof Refused) return redirectWithFlash("/vragen", { text: t("answer.tooLate") });
    throw error;
  }
}
