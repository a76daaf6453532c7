import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOverlay } from "../../app/features/map/overlay.server.ts";
import { ownData } from "../support/own-data.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { dwelling, street } from "../../db/schema/register.ts";
import { measure } from "../../db/schema/sharing.ts";
import { koploper, visit, visitRequest, visitRoute, visitSlot } from "../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../db/viewer.server.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { logIn } from "../support/log-in.ts";
import { asResident } from "../support/neighbours.ts";
import { dataPath, hasBuild, runApp, type RunningApp } from "../support/running-app.ts";
import { buildTown, here, people, type Person } from "../support/town.ts";

// "Alleen mijn straat": whatever of a host points at their home, in everything that others get to read before somebody is
// accepted, and for whom is never accepted also after.

const host = people.sameStreet;
const guest = people.sameNeighbourhood;
const others = ["own", "secondAdult", "sameBuilding", "sameNeighbourhood", "otherNeighbourhood", "moderatorHere", "moderatorElsewhere", "official", "propertyManager"] as const;
const ids = { visit: randomUUID(), slot: randomUUID(), request: randomUUID(), badge: randomUUID(), route: randomUUID(), measure: randomUUID() };
const number = 98_765;
const name = "Kanariepiet";
const secrets: [string, RegExp][] = [
  ["household", new RegExp(host.householdId)], ["resident", new RegExp(host.residentId)], ["dwelling", new RegExp(host.dwellingId)], ["building", new RegExp(host.buildingId)],
  ["measure", new RegExp(ids.measure)], ["number", new RegExp(`(?<![\\w-])${number}(?![\\w-])`)], ["name", new RegExp(name)],
];
const found = (text: string) => secrets.filter(([, secret]) => secret.test(text)).map(([what]) => what);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

async function openDoor(): Promise<void> {
  const place = { householdId: host.householdId, neighbourhoodCode: here, streetId: host.streetId, buildingId: host.buildingId, dwellingId: host.dwellingId, residentId: host.residentId, shownName: name };
  const shared = { ...place, audience: "neighbourhood" as const, sharedAt: new Date() };
  await asWorker(async (tx) => {
    await tx.update(dwelling).set({ houseNumber: number }).where(eq(dwelling.id, host.dwellingId));
    await tx.insert(measure).values({ ...place, id: ids.measure, kind: "solar_panels", state: "done" });
    await tx.insert(visitRoute).values({ id: ids.route, neighbourhoodCode: here, day: inDays(5).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" }), title: "Open deuren", announcedBy: people.moderatorHere.residentId });
    await tx.insert(visit).values({ ...shared, id: ids.visit, kinds: ["solar_panels"], note: "Kom kijken" });
    await tx.insert(visitSlot).values({ id: ids.slot, visitId: ids.visit, householdId: host.householdId, neighbourhoodCode: here, startsAt: inDays(5), endsAt: new Date(inDays(5).getTime() + 3_600_000), capacity: 3, routeId: ids.route });
    await tx.insert(koploper).values({ ...shared, id: ids.badge, kinds: ["solar_panels"], line: "Vraag maar" });
    await tx.insert(visitRequest).values({ id: ids.request, visitId: ids.visit, slotId: ids.slot, neighbourhoodCode: here, hostHouseholdId: host.householdId, guestHouseholdId: guest.householdId, guestResidentId: guest.residentId, guestStreetId: guest.streetId, people: 1, line: "Mag ik komen?" });
  });
}

const answered = (state: "waiting" | "accepted" | "cancelled") =>
  asWorker((tx) =>
    tx.update(visitRequest).set({
      answer: state === "waiting" ? null : "accepted", answeredAt: state === "waiting" ? null : new Date(),
      cancelledAt: state === "cancelled" ? new Date() : null, cancelledBy: state === "cancelled" ? "host" : null, sequence: state === "cancelled" ? 1 : 0,
    }).where(eq(visitRequest.id, ids.request)),
  );

describe.each(everyDatabase)("a host who shows their street only on %s", (kind) => {
  testDatabase(kind);

  beforeAll(async () => {
    await buildTown();
    await openDoor();
  }, 120_000);

  /** All that somebody reads of visits, and of the map and their own download besides. */
  async function everythingFor(person: Exclude<Person, "sameStreet">): Promise<string> {
    const who = people[person];
    return asViewer(who, async (tx) => {
      const read = async (from: string) => JSON.stringify(await tx.select({ row: sql<unknown>`to_jsonb(seen)` }).from(sql.raw(`viewer.${from}() seen`)));
      const [name_] = await tx.select({ id: sql<string | null>`viewer.opening_of_koploper(${ids.badge}::uuid)` }).from(sql`(select) as nothing`);
      const parts = [await read("visits_seen"), await read("visit_slots_seen"), await read("koplopers_seen"), await read("visit_requests"), JSON.stringify(name_)];
      if (who.householdId) parts.push((await readOverlay(tx, who as unknown as Resident)).body);
      return parts.join("\n");
    });
  }

  it("is known by nothing of their home to anybody while a guest waits, in the map and the download either", async () => {
    await answered("waiting");
    for (const person of others) {
      expect(`${person}: ${found(await everythingFor(person)).join()}`).toBe(`${person}: `);
      if (!people[person].householdId) continue;
      const download = JSON.stringify(await ownData({ ...asResident({ residentId: people[person].residentId, householdId: people[person].householdId!, dwelling: { id: people[person].dwellingId!, neighbourhoodCode: people[person].neighbourhoodCode!, streetId: people[person].streetId! } } as never), ...people[person] } as never));
      expect(`${person}: ${found(download).join()}`).toBe(`${person}: `);
    }
  });

  it("is known by name and home to the guest once accepted, and to nobody else; and no longer when it is called off", async () => {
    await answered("accepted");
    expect(found(await everythingFor("sameNeighbourhood"))).toEqual(["dwelling", "name"]);
    for (const person of others.filter((each) => each !== "sameNeighbourhood")) expect(`${person}: ${found(await everythingFor(person)).join()}`).toBe(`${person}: `);
    await answered("cancelled");
    expect(found(await everythingFor("sameNeighbourhood"))).toEqual([]);
    await answered("accepted");
    await asWorker((tx) => tx.update(visitSlot).set({ startsAt: inDays(-3), endsAt: inDays(-2.9) }).where(eq(visitSlot.id, ids.slot)));
    expect(found(await everythingFor("sameNeighbourhood"))).toEqual([]);
    await asWorker((tx) => tx.update(visitSlot).set({ startsAt: inDays(5), endsAt: inDays(5.1) }).where(eq(visitSlot.id, ids.slot)));
  });

  it("keeps rows, columns and links from who asks the tables themselves", async () => {
    for (const person of others) {
      for (const table of ["visit", "koploper", "visit_slot", "visit_measure"]) expect(await asViewer(people[person], async (tx) => (await tx.select({ id: sql`1` }).from(sql.raw(table))).length), `${person} ${table}`).toBe(0);
      for (const table of ["visit_request", "visit_feedback"]) await expect(asViewer(people[person], (tx) => tx.select({ id: sql`1` }).from(sql.raw(table)))).rejects.toThrow();
    }
    await expect(asWorker((tx) => tx.execute(sql`insert into visit_measure (visit_id, measure_id, neighbourhood_code, household_id) values (${ids.visit}, ${ids.measure}, ${here}, ${host.householdId})`))).rejects.toThrow();
  });
});

describe.runIf(hasBuild("visits")).each(everyDatabase.slice(-1))("pages about a host who shows their street only on %s", (kind) => {
  testDatabase(kind);
  let app: RunningApp;
  beforeAll(async () => {
    await buildTown();
    await openDoor();
    app = await runApp();
  }, 120_000);
  afterAll(() => app?.stop());

  it("say nothing of the home, as pages, as data and as a calendar file, until a guest is accepted", async () => {
    const paths = [
      "/kijkjes", `/kijkjes/${ids.visit}`, `/kijkjes/${ids.visit}/vraag`, `/kijkjes/${ids.visit}/melden`, `/kijkjes/${ids.visit}/blokkeren`, `/kijkjes/verzoek/${ids.request}`, `/kijkjes/route/${ids.route}`,
      "/koplopers", `/koplopers/${ids.badge}`, `/koplopers/${ids.badge}/melden`, "/buurt", "/mijn-huis", "/toestemmingen",
    ];
    const calendar = `/kijkjes/verzoek/${ids.request}/agenda.ics`;
    const cookie = await logIn(guest.accountId);
    const read = async (path: string) => {
      const response = await fetch(app.url + path, { headers: { Cookie: cookie }, redirect: "manual" });
      return { status: response.status, text: `${[...response.headers].join("\n")}\n${await response.text()}` };
    };
    await answered("waiting");
    expect((await read(calendar)).status).toBe(404);
    for (const path of [...paths, ...paths.map(dataPath)]) {
      const { status, text } = await read(path);
      expect(status, path).toBe(200);
      expect(`${path}: ${found(text).join()}`).toBe(`${path}: `);
    }
    const [where] = await asWorker((tx) => tx.select({ name: street.name }).from(street).where(eq(street.id, host.streetId)));
    expect((await read(`/kijkjes/${ids.visit}`)).text, "the page is really there").toContain(where!.name);
    await answered("accepted");
    expect((await read(`/kijkjes/verzoek/${ids.request}`)).text).toContain(String(number));
    expect((await read(calendar)).text).toContain(String(number));
    await answered("cancelled");
    expect(found((await read(calendar)).text)).toEqual([]);
    expect((await read(calendar)).text).toContain("METHOD:CANCEL");
  });
});
