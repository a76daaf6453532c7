import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, type FormValues, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { consume, giveBack } from "../session/rate-limits.server.ts";
import { tooMany } from "../session/too-many.server.ts";
import type { Resident } from "../session/viewer.ts";
import { askNeighbour } from "./ask-neighbour.server.ts";
import { findThread } from "./own-threads.server.ts";
import { messageForm } from "./thread.schema.server.ts";
import { type About, whomToAsk } from "./whom-to-ask.server.ts";
import { writeMessage } from "./write-message.server.ts";

/** Takes in the first question to a neighbour and goes to the thread; ten new threads a day. @throws 404 where nothing may be asked */
export async function sendQuestion(resident: Resident, about: About, form: FormData) {
  if (!(await asViewer(resident, (tx) => whomToAsk(tx, resident, about)))) throw notFound();
  const parsed = parseForm(messageForm(serverT(resident.locale, "threads")), form);
  if (!parsed.ok) return formProblem(parsed);
  const used = await consume("newThreadPerAccount", resident.accountId);
  if (!used.ok) return tooMany(resident.locale, used.secondsToWait, parsed.values, "body");
  const thread = await asViewer(resident, (tx) => askNeighbour(tx, resident, about, parsed.value));
  if (!thread) {
    await giveBack("newThreadPerAccount", resident.accountId);
    return closed(resident, parsed.values);
  }
  return redirectWithFlash(`/gesprekken/${thread}`, { text: serverT(resident.locale, "threads")("thread.sent") });
}

/** Takes in a message in an own thread. @throws 404 for anybody else's */
export async function sendMessage(resident: Resident, threadId: string | undefined, form: FormData) {
  const found = await asViewer(resident, (tx) => findThread(tx, resident, threadId));
  if (!found) throw notFound();
  const parsed = parseForm(messageForm(serverT(resident.locale, "threads")), form);
  if (!parsed.ok) return formProblem(parsed);
  const used = await consume("messagePerAccount", resident.accountId);
  if (!used.ok) return tooMany(resident.locale, used.secondsToWait, parsed.values, "body");
  const { id } = found.thread;
  if (!(await asViewer(resident, (tx) => writeMessage(tx, resident, id, parsed.value)))) return closed(resident, parsed.values);
  return redirectWithFlash(`/gesprekken/${id}`, { text: serverT(resident.locale, "threads")("thread.sent") });
}

function closed(resident: Resident, values: FormValues) {
  return formProblem({ errors: { body: serverT(resident.locale, "threads")("errors.closed") }, values });
}
