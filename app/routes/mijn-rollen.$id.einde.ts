import type { ActionFunctionArgs } from "@remix-run/node";
import { stopBeingContact } from "../features/roles/own-roles-forms.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  return stopBeingContact(viewer, idIn(args.params));
}
