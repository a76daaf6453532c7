import { randomUUID } from "node:crypto";
import type { PgTable } from "drizzle-orm/pg-core";
import { privateMessage, privateThread } from "../../db/schema/threads.ts";
import { here, people, type Person } from "../support/town.ts";

type Release = {
  bird: (about: string, mayRead: readonly Person[]) => string;
  known: (about: string, mayRead: readonly Person[]) => string;
  add: (table: PgTable, row: Record<string, unknown>) => Promise<void>;
};

/** Private threads, of which nobody reads a word but the two: one of each adult of a household. */
export async function threadCanaries({ bird, known, add }: Release): Promise<{ thread: string[]; message: string[] }> {
  const ids = { thread: [] as string[], message: [] as string[] };
  for (const [asker, asked] of [["sameStreet", "own"], ["sameBuilding", "secondAdult"]] as const) {
    const two: Person[] = [asker, asked];
    const between = `between ${asker} and ${asked}`;
    const [from, to] = [people[asker], people[asked]];
    const id = known(`thread ${between}`, two);
    await add(privateThread, {
      id, neighbourhoodCode: here, aboutKind: "measure", aboutId: randomUUID(), measureKind: "solar_panels",
      askerId: from.residentId, askerHouseholdId: from.householdId, askerName: bird(`asker ${between}`, two), askerStreetId: from.streetId,
      askedId: to.residentId, askedHouseholdId: to.householdId, askedName: bird(`asked ${between}`, two), askedStreetId: to.streetId,
    });
    ids.thread.push(id);
    for (const [writer, reader, hidden] of [[asker, asked, false], [asked, asker, false], [asked, asker, true]] as const) {
      const mayRead: Person[] = hidden ? [writer] : two;
      const message = known(`message of ${writer} ${between}`, mayRead);
      const { householdId, residentId, streetId } = people[writer];
      await add(privateMessage, {
        id: message, neighbourhoodCode: here, threadId: id, householdId, residentId, streetId, toHouseholdId: people[reader].householdId, toResidentId: people[reader].residentId,
        shownName: bird(`writer ${writer} ${between}`, mayRead), body: bird(`words of ${writer} ${between}`, mayRead), hiddenAt: hidden ? new Date() : null,
      });
      ids.message.push(message);
    }
  }
  return ids;
}
