import type { ActionFunctionArgs } from "@remix-run/node";
import { answerInvitationForm } from "../features/roles/roles-page.server.ts";
import { requireFreshOfficial } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";

export async function action(args: ActionFunctionArgs) {
  const official = await requireFreshOfficial(args);
  return answerInvitationForm(official, "gemeente", idIn(args.params), args.request, args.context.ip);
}
