import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { readNotice } from "../features/notices/own-notices.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";

/** Opens what a message is about, which marks it as read. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const path = await asViewer(resident, (tx) => readNotice(tx, id));
  if (!path) throw notFound();
  return redirect(path, 303);
}
