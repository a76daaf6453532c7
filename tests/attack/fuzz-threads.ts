import { randomUUID } from "node:crypto";
import type { Resident } from "../../app/features/session/viewer.ts";
import type { Connection } from "../../db/connection.ts";
import { privateMessage, privateThread } from "../../db/schema/threads.ts";

/** Private threads of `me` with three neighbours, in which both wrote; by the names under which forms are about them. */
export async function threadsIn(owner: Connection, me: Resident, others: [Resident, Resident, Resident]): Promise<Record<string, string>> {
  const made = [];
  for (const other of others) {
    const [id, own, theirs] = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string];
    await owner.db.insert(privateThread).values({
      id, neighbourhoodCode: me.neighbourhoodCode, aboutKind: "measure", aboutId: randomUUID(), measureKind: "solar_panels",
      askerId: me.residentId, askerHouseholdId: me.householdId, askerStreetId: me.streetId, askedId: other.residentId, askedHouseholdId: other.householdId, askedStreetId: other.streetId,
    });
    for (const [message, from, to] of [[own, me, other], [theirs, other, me]] as const) {
      await owner.db.insert(privateMessage).values({
        id: message, neighbourhoodCode: me.neighbourhoodCode, threadId: id, householdId: from.householdId, residentId: from.residentId, streetId: from.streetId,
        toHouseholdId: to.householdId, toResidentId: to.residentId, body: "Hoe ging het bij jullie?",
      });
    }
    made.push({ id, own, theirs });
  }
  const [first, second, third] = made;
  return { "own thread": first!.id, "own message": first!.own, "neighbour message": first!.theirs, "thread to end": second!.id, "thread to block": third!.id };
}
