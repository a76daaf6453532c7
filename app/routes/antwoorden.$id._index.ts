import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { findAnswer } from "../features/questions/find-answer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** An answer is read where its question is. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, (tx) => findAnswer(tx, resident, args.params.id));
  if (!found || (found.questionTitle === null && !found.own)) throw notFound();
  return redirect(`/vragen/${found.questionId}#antwoord-${found.id}`);
}
