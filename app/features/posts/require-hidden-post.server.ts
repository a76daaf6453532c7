import type { LoaderFunctionArgs } from "@remix-run/node";
import { asViewer } from "../../../db/viewer.server.ts";
import { idIn } from "../../http/id-in.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { hidingOfPost } from "../moderation/own-hidings.server.ts";
import { requireOfficial } from "../session/guards.server.ts";

/**
 * Asks for an official, and for the hiding that an address names, of what their municipality posted.
 * @throws 404 where there is none of theirs; and to log in
 */
export async function requireHiddenPost(args: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const official = await requireOfficial(args);
  const id = idIn(args.params);
  const hiding = await asViewer(official, (tx) => hidingOfPost(tx, id));
  if (!hiding) throw notFound();
  return { official, id, hiding };
}
