import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { similarQuestions } from "../features/questions/similar-questions.server.ts";
import { requireResident } from "../features/session/guards.server.ts";

/** What looks like a title, for the form that asks while somebody types. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const title = new URL(args.request.url).searchParams.get("titel") ?? "";
  return json({ similar: await asViewer(resident, (tx) => similarQuestions(tx, resident, title)) }, { headers: { "Cache-Control": "private, no-store" } });
}
