import type { Audience } from "../../../db/schema/people.ts";
import { koploper } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { restoreItem } from "../sharing/restore-item.server.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { ownKoploper } from "./save-koploper.server.ts";

/** Takes the own badge down; from the next request on nobody sees it. @returns its id, by which it is put back; null for who has none */
export async function endKoploper(tx: ViewerTx, resident: Resident): Promise<string | null> {
  const mine = await ownKoploper(tx, resident);
  if (!mine || !(await withdrawItem(tx, resident, koploper, mine.id))) return null;
  return mine.id;
}

/**
 * Puts the own badge back, unless another one is up by now.
 * @returns the audience that sees it now; null when there is no such badge of this person, or another is up
 * @throws Refused after seven days
 */
export async function restoreKoploper(tx: ViewerTx, resident: Resident, id: string): Promise<Audience | null> {
  if (await ownKoploper(tx, resident)) return null;
  return restoreItem(tx, resident, koploper, id);
}
