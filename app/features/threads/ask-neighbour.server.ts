import { privateThread } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { NewMessage } from "./thread.schema.server.ts";
import { type About, whomToAsk } from "./whom-to-ask.server.ts";
import { writeMessage } from "./write-message.server.ts";

/**
 * Asks a neighbour something in private about what they share; a second question about the same goes on in the same thread.
 * @returns the id of the thread; null when nothing may be asked there, or the thread has ended
 */
export async function askNeighbour(tx: ViewerTx, resident: Resident, about: About, message: NewMessage): Promise<string | null> {
  const asked = await whomToAsk(tx, resident, about);
  if (!asked) return null;
  const threadId = asked.threadId ?? (await begin(tx, resident, about, asked));
  return (await writeMessage(tx, resident, threadId, message)) ? threadId : null;
}

async function begin(tx: ViewerTx, resident: Resident, { kind, id }: About, asked: NonNullable<Awaited<ReturnType<typeof whomToAsk>>>): Promise<string> {
  const [made] = await tx
    .insert(privateThread)
    .values({
      neighbourhoodCode: resident.neighbourhoodCode,
      aboutKind: kind,
      aboutId: id!,
      measureKind: asked.measureKind,
      askerId: resident.residentId,
      askerHouseholdId: resident.householdId,
      askerName: resident.displayName,
      askerStreetId: resident.streetId,
      askedId: asked.residentId,
      askedHouseholdId: asked.householdId,
      askedName: asked.shownName,
      askedStreetId: asked.streetId,
    })
    .onConflictDoNothing()
    .returning({ id: privateThread.id });
  if (made) return made.id;
  // The same form, sent twice at the same moment.
  const again = await whomToAsk(tx, resident, { kind, id });
  if (!again?.threadId) throw new Error("A thread that is there already is not seen by who began it.");
  return again.threadId;
}
