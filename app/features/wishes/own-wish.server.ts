import type { ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findWish, type FoundWish } from "./find-wish.server.ts";

/** A wish of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownWish(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundWish> {
  const found = id ? await findWish(tx, resident, id) : null;
  if (!found?.own) throw notFound();
  return found;
}
