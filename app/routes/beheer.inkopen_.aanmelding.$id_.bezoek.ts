import type { ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { visitSchema } from "../features/purchases/desk/deed.schema.server.ts";
import { signUpPage } from "../features/purchases/desk/sign-up-page.server.ts";
import { planCheckVisit } from "../features/purchases/manage.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT } from "../i18n/words.server.ts";

/** Plans when somebody comes to look whether a home is suitable. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => signUpPage(tx, moderator, id));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(visitSchema(t), await readForm(args.request));
  const there = `/beheer/inkopen/aanmelding/${id}`;
  if (!form.ok) return redirectWithFlash(there, { text: t("errors.visitDay") });
  const saved = await asViewer(moderator, (tx) => planCheckVisit(tx, id, form.value.dag));
  return redirectWithFlash(there, { text: t(saved ? "signUp.visitSaved" : "signUp.visitGone") });
}
