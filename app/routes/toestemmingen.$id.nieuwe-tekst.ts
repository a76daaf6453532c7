import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { asViewer } from "../../db/viewer.server.ts";
import { answerNewerText } from "../features/consent/answer-newer-text.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

const answer = z.object({ antwoord: z.enum(["ja", "nee"]) });

/** Says yes or no to the newer text of a consent. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const form = parseForm(answer, await readForm(args.request));
  if (!form.ok) throw new Response(null, { status: 400 });
  const yes = form.value.antwoord === "ja";
  if (!(await asViewer(resident, (tx) => answerNewerText(tx, resident, id, yes)))) throw notFound();
  return redirectWithFlash("/toestemmingen", { text: serverT(resident.locale, "privacy")(yes ? "book.newer.saidYes" : "book.newer.saidNo") });
}
