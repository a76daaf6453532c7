import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { findMessage } from "../features/threads/find-message.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Where a message is read: in its thread. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const message = await asViewer(resident, (tx) => findMessage(tx, resident, args.params.id));
  if (!message) throw notFound();
  return redirect(`/gesprekken/${message.threadId}#${message.id}`);
}
