import { randomUUID } from "node:crypto";
import type { Connection } from "../../db/connection.ts";
import { koploper, visit, visitRequest, visitRoute, visitSlot } from "../../db/schema/visits.ts";
import type { Resident } from "../../app/features/session/viewer.ts";

const hours = (from: number) => new Date(Date.now() + from * 3_600_000);

/** An opening with a moment to come, and a badge, of a resident. */
export async function doorOf(owner: Connection, me: Resident): Promise<{ visit: string; moment: string; badge: string }> {
  const [id, moment, badge] = [randomUUID(), randomUUID(), randomUUID()];
  const shared = { householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId, audience: "neighbourhood" as const, sharedAt: new Date() };
  await owner.db.insert(visit).values({ ...shared, id, byAppointment: true, kinds: ["solar_panels"], note: "We leggen het uit." });
  await owner.db.insert(visitSlot).values({ id: moment, visitId: id, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, startsAt: hours(72), endsAt: hours(74), capacity: 20 });
  await owner.db.insert(koploper).values({ ...shared, id: badge, kinds: ["solar_panels"], line: "Vraag maar." });
  return { visit: id, moment, badge };
}

/** Everything about visits, by the names under which forms are about it. */
export async function visitsIn(owner: Connection, { me, neighbour, someoneHere, moderatorId }: { me: Resident; neighbour: Resident; someoneHere: () => Promise<Resident>; moderatorId: string }): Promise<Record<string, string>> {
  const host = await someoneHere();
  const [own, theirs, hosts, toBlock, badgeToBlock] = [await doorOf(owner, me), await doorOf(owner, neighbour), await doorOf(owner, host), await doorOf(owner, await someoneHere()), await doorOf(owner, await someoneHere())];
  const [past, route] = [randomUUID(), randomUUID()];
  await owner.db.insert(visitSlot).values({ id: past, visitId: own.visit, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, startsAt: hours(-30), endsAt: hours(-28), capacity: 20 });
  await owner.db.insert(visitRoute).values({ id: route, neighbourhoodCode: me.neighbourhoodCode, day: hours(24 * 30).toISOString().slice(0, 10), title: "Open deuren", announcedBy: moderatorId });
  const asked = async (guest: Resident, at: { visit: string }, host: Resident, more: object) => {
    const id = randomUUID();
    await owner.db.insert(visitRequest).values({ id, visitId: at.visit, neighbourhoodCode: me.neighbourhoodCode, hostHouseholdId: host.householdId, guestHouseholdId: guest.householdId, guestResidentId: guest.residentId, guestStreetId: guest.streetId, people: 1, line: "Mag ik komen?", ...more });
    return id;
  };
  const yes = { answer: "accepted" as const, answeredAt: new Date() };
  return {
    route, "own visit": own.visit, "own moment": own.moment, "own badge": own.badge, "neighbour visit": theirs.visit, "neighbour moment": theirs.moment, "neighbour badge": theirs.badge,
    "visit to block": toBlock.visit, "badge to block": badgeToBlock.badge, "asked of me": await asked(neighbour, own, me, {}), "asked by me": await asked(me, hosts, host, { ...yes, slotId: hosts.moment }),
    been: await asked(neighbour, own, me, { ...yes, slotId: past }), "asked by who is blocked": await asked(await someoneHere(), own, me, { slotId: own.moment }),
  };
}
