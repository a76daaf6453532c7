import { type ActionFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { putOnHome } from "../features/purchases/put-on-home.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { serverT } from "../i18n/words.server.ts";

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id, made } = await asViewer(resident, async (tx) => {
    const signUp = await ownSignUp(tx, resident, args.params.id);
    return { id: signUp.id, made: await putOnHome(tx, resident, signUp) };
  });
  const t = serverT(resident.locale, "purchases");
  if (!made) return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t("deeds.over") });
  return redirectWithFlash(`/maatregelen/${made}`, { text: t("onHome.done") });
}
