import type { ActionFunctionArgs } from "@remix-run/node";
import { answerShown } from "../features/roles/own-roles-forms.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return answerShown(resident, idIn(args.params), args.request);
}
