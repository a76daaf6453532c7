import { eq } from "drizzle-orm";
import { plannedMove } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { cancelMove } from "./cancel-move.server.ts";

/** The last day on which this resident lives here, YYYY-MM-DD; null while they don't plan to move. */
export async function movesOn(tx: ViewerTx, { residentId }: Resident): Promise<string | null> {
  const [planned] = await tx.select({ day: plannedMove.movesOn }).from(plannedMove).where(eq(plannedMove.residentId, residentId));
  return planned?.day ?? null;
}

/** Plans that this resident moves: on this day they still live here, in the night that follows the membership ends. Takes the place of a plan of before. */
export async function planMove(tx: ViewerTx, resident: Resident, day: string): Promise<void> {
  if ((await movesOn(tx, resident)) === day) return;
  await cancelMove(tx, resident);
  await tx.insert(plannedMove).values({ residentId: resident.residentId, movesOn: day });
}
