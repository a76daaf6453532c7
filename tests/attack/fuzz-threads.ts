import { randomUUID } from "node:crypto";
import type { Resident } from "../../app/features/session/viewer.ts";
import type { Connection } from "../../db/connection.ts";
import { asResident } from "../support/neighbours.ts";
import { dwelling, household, resident } from "../support/people.ts";
import { privateMessage, privateThread } from "../../db/schema/threads.ts";

/** Private threads of `me`, with a neighbour and with two more, in which both wrote; by the names under which forms are about them. */
export async function threadsIn(owner: Connection, me: Resident, neighbour: Resident): Promise<Record<string, string>> {
  const someoneHere = async () => asResident(await resident(await household(await dwelling(me.neighbourhoodCode))));
  const others = [neighbour, await someoneHere(), await someoneHere()];
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
  return { "own thread": first!.id, "own message": first!.own, "neighbour message": first!.theirs, "other thread": second!.id, "fourth thread": third!.id };
}
