import type { ActionFunctionArgs } from "@remix-run/node";
import { answerInvitationForm } from "../features/roles/roles-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return answerInvitationForm(moderator, "beheer", idIn(args.params), args.request, args.context.ip);
}
