import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { judgeOutcome } from "../features/questions/judge-outcome.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Takes an outcome for the answer to an own question. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const questionId = await asViewer(resident, (tx) => judgeOutcome(tx, resident, id, { verdict: "accepted" }));
  if (!questionId) throw notFound();
  return redirectWithFlash(`/vragen/${questionId}#antwoord-${id}`, { text: serverT(resident.locale, "questions")("verdict.acceptedDone") });
}
