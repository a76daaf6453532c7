import type { Params } from "@remix-run/react";
import { asViewer } from "../../../db/viewer.server.ts";
import { idIn } from "../../http/id-in.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { hidingOfPost } from "../moderation/own-hidings.server.ts";
import type { Official } from "../session/viewer.ts";

/** The hiding that an address names, of what the municipality of this official posted. @throws 404 where there is none of theirs */
export async function hiddenPost(official: Official, params: Params) {
  const id = idIn(params);
  const hiding = await asViewer(official, (tx) => hidingOfPost(tx, id));
  if (!hiding) throw notFound();
  return hiding;
}
