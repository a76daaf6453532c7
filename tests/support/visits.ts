import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { addMoment } from "../../app/features/visits/add-moment.server.ts";
import { acceptVisit, askVisit } from "../../app/features/visits/deeds.server.ts";
import { openVisit } from "../../app/features/visits/open-visit.server.ts";
import { visitRequests } from "../../app/features/visits/visit-requests.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { happening } from "../../db/schema/notices.ts";
import { dwelling } from "../../db/schema/register.ts";
import { visitSlot } from "../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../db/viewer.server.ts";

// What tests of visits do again and again.

export const day = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
export const door = { place: "street_only", way: "moments", measures: [] as string[] } as const;
export const open = (who: Resident, more: Partial<Parameters<typeof openVisit>[2]> = {}) => asViewer(who, (tx) => openVisit(tx, who, { ...door, audience: "neighbourhood", ...more }));
export const slot = async (who: Resident, visitId: string, capacity = 4, days = 5) => {
  expect(await asViewer(who, (tx) => addMoment(tx, who, visitId, { day: day(days), from: "10:00", until: "12:00", capacity, route: null }))).toBe("added");
  const [made] = await asWorker((tx) => tx.select({ id: visitSlot.id }).from(visitSlot).where(eq(visitSlot.visitId, visitId)));
  return made!.id;
};
export const ask = (who: Resident, visitId: string, moment: string | null, people = 1) => asViewer(who, (tx) => askVisit(tx, visitId, { moment, people, line: "Mag ik komen kijken?" }));
export const accept = (who: Resident, id: string) => asViewer(who, (tx) => acceptVisit(tx, id, { words: "Welkom" }));
export const seenBy = (who: Resident) => asViewer(who, (tx) => visitRequests(tx));
export const told = (subject: string) => asWorker(async (tx) => (await tx.select({ kind: happening.kind, actor: happening.actorId }).from(happening).where(eq(happening.subjectId, subject))).map(({ kind, actor }) => `${kind}${actor ? "" : " by nobody"}`).sort());
/** Puts a moment in the past, as time does. */
export const past = (slotId: string, hours = 48) => asWorker((tx) => tx.update(visitSlot).set({ startsAt: new Date(Date.now() - hours * 3_600_000), endsAt: new Date(Date.now() - (hours - 2) * 3_600_000) }).where(eq(visitSlot.id, slotId)));

/** An opening with a moment, and a request that was accepted. */
export async function agreed(host: Resident, guest: Resident) {
  const visitId = await open(host);
  const slotId = await slot(host, visitId);
  const { request } = (await ask(guest, visitId, slotId))!;
  expect(await accept(host, request!)).toBe("accepted");
  return { visitId, slotId, request: request! };
}

/** The number of somebody's house as the register has it, for tests of who gets to see it. */
export const houseNumberOf = (who: Resident) => asWorker(async (tx) => String((await tx.select({ number: dwelling.houseNumber }).from(dwelling).where(eq(dwelling.id, who.dwellingId)))[0]!.number));
