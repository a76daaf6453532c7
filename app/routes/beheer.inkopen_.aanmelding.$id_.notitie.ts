import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { noteSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { writeNote } from "../features/purchases/desk/sign-up-page.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Writes something beside a sign-up. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(noteSchema(t), await readForm(args.request));
  const there = `/beheer/inkopen/aanmelding/${id}`;
  if (!form.ok) return redirectWithFlash(there, { text: t("errors.note") });
  if (!(await asViewer(moderator, (tx) => writeNote(tx, moderator, id, form.value.notitie)))) throw notFound();
  return redirectWithFlash(there, { text: t("signUp.noteSaved") });
}
