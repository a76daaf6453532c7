import { expandHappenings } from "../features/notices/expand-happenings.server.ts";

/** Gives notices to those who may hear of what happened. */
export async function tellNeighbours(): Promise<void> {
  await expandHappenings();
}
