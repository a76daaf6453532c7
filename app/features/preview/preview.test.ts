import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { releaseCanaries } from "../../../tests/access/canaries.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../../../tests/support/databases.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { join, moderating, opened } from "../../../tests/support/purchases.ts";
import { people } from "../../../tests/support/town.ts";
import { open, slot } from "../../../tests/support/visits.ts";
import { type Audience, consent } from "../../../db/schema/people.ts";
import { building } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { answerFigures } from "../consent/answer-figures.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { koplopersFor } from "../koplopers/koplopers-for.server.ts";
import { saveKoploper } from "../koplopers/save-koploper.server.ts";
import { sharedPlaces } from "../map/shared-places.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { listPurchases } from "../purchases/list-purchases.server.ts";
import { ownSignUp } from "../purchases/own-sign-up.server.ts";
import { answersOf } from "../questions/answers-of.server.ts";
import { askQuestion } from "../questions/ask-question.server.ts";
import { findQuestion } from "../questions/find-question.server.ts";
import { giveAnswer } from "../questions/give-answer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { findStory } from "../stories/find-story.server.ts";
import { shareStory } from "../stories/share-story.server.ts";
import { visitsFor } from "../visits/list-visits.server.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { eyes, eyesInAddress } from "./eyes.ts";
import { previewPage } from "./preview-page.server.ts";

const audiences = ["household", "building", "street", "neighbourhood"] as const satisfies Audience[];
const see = (who: Resident, as: (typeof eyes)[number]) => previewPage(who, eyesInAddress[as]);
const text = (what: unknown) => JSON.stringify(what);

/** One of everything, for each audience. */
async function shareEverything(me: Resident, neighbour: Resident) {
  const ids: { measures: string[]; wishes: string[]; stories: string[]; questions: string[] } = { measures: [], wishes: [], stories: [], questions: [] };
  for (const audience of audiences) {
    await asViewer(me, async (tx) => {
      ids.measures.push(await shareMeasure(tx, me, { kind: "solar_panels", state: "done", year: 2021, costRange: null, doneBy: null, audience }));
      ids.wishes.push(await shareWish(tx, me, { scope: "neighbourhood", title: `Een moestuin (${audience})`, audience }));
      ids.stories.push(await shareStory(tx, me, { indicator: "gas", title: `Minder gas (${audience})`, body: "Het scheelt.", audience }));
      if (audience !== "household") ids.questions.push(await askQuestion(tx, me, { title: `Wie weet het? (${audience})`, body: null, measureKind: null, place: null, aboutHome: false, commercial: false, audience }));
    });
  }
  const asked = await asViewer(neighbour, (tx) => askQuestion(tx, neighbour, { title: "De vraag van een ander", body: null, measureKind: null, place: null, aboutHome: false, commercial: false, audience: "neighbourhood" }));
  await asViewer(me, (tx) => giveAnswer(tx, me, asked, { body: "Mijn antwoord", commercial: false }));
  const theirWish = await asViewer(neighbour, (tx) => shareWish(tx, neighbour, { scope: "neighbourhood", title: "De wens van een ander", audience: "neighbourhood" }));
  await asViewer(me, (tx) => joinWish(tx, me, theirWish));
  const visit = await open(me, { audience: "street" });
  await slot(me, visit);
  const badge = await asViewer(me, (tx) => saveKoploper(tx, me, { kinds: ["solar_panels"], line: "Vraag maar", place: "home", audience: "neighbourhood" }));
  return { ...ids, asked, visit, badge };
}

describe.each(databaseKinds)("looking at one's own things with the eyes of others on %s", (kind) => {
  const database = testDatabase(kind);

  it("shows what the pages of a real neighbour show of the same things, and nothing else", async () => {
    const { me, flatmate, sameStreet, otherStreet, here } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    me.displayName = "Noor";
    const made = await shareEverything(me, otherStreet);
    const moderator = moderating(sameStreet.residentId, here.code);
    const purchase = await opened(moderator, [here.code]);
    const signedUp = await join(me, purchase);
    for (const [as, neighbour] of [["building", flatmate], ["street", sameStreet], ["neighbourhood", otherStreet]] as const) {
      const { seen, eyes: used } = await see(me, as);
      expect(used).toBe(as);
      const real = await asViewer(neighbour, async (tx) => {
        const found = async <Found>(ids: string[], find: (id: string) => Promise<Found | null>) => (await Promise.all(ids.map(find))).filter((one) => one !== null);
        return {
          things: [
            ...(await found(made.measures, (id) => findMeasure(tx, neighbour, id))), ...(await found(made.wishes, (id) => findWish(tx, neighbour, id))),
            ...(await found(made.stories, (id) => findStory(tx, neighbour, id))), ...(await found(made.questions, (id) => findQuestion(tx, neighbour, id))),
          ].map(({ id, shownName, streetName }) => ({ id, shownName, streetName })),
          answers: (await answersOf(tx, neighbour, [made.asked])).answers.map(({ id, body, shownName, streetName, createdAt, outcome }) => ({ id, body, shownName, streetName, createdAt, outcome })),
          visits: await visitsFor(tx, null),
          koplopers: await koplopersFor(tx, neighbour, null),
          place: (await sharedPlaces(tx, neighbour)).find(({ place }) => place === me.buildingId),
          purchases: await listPurchases(tx, neighbour),
          signUp: await ownSignUp(tx, neighbour, signedUp).then(() => "seen", ({ status }: Response) => status),
        };
      });
      const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
      expect(seen.items.map(({ id, shownName, streetName }) => ({ id, shownName, streetName })).sort(byId), as).toEqual(real.things.sort(byId));
      expect(seen.items.every(({ own }) => !own)).toBe(true);
      expect(seen.answers, as).toEqual(real.answers);
      expect(seen.visits, as).toEqual(real.visits);
      expect(seen.koplopers, as).toEqual(real.koplopers);
      expect(seen.koplopers).toMatchObject([{ id: made.badge, shownName: "Noor" }]);
      expect(seen.mark?.number, "one of twelve homes: the map says nothing below three that share").toBeNull();
      expect(real.place).toBeUndefined();
      expect(seen.names).toEqual({ wishes: 1, claims: 0, outcomes: 0, requests: 0 });
      expect([seen.signUps, real.signUp]).toEqual([[], 404]);
      expect(text(real.purchases)).not.toMatch(new RegExp(`${me.householdId}|${me.residentId}|Noor`));
      expect(text(seen)).not.toMatch(/van een ander/);
    }
    expect((await see(me, "building")).seen.items).toHaveLength(12);
    expect((await see(me, "street")).seen.items).toHaveLength(8);
    expect((await see(me, "neighbourhood")).seen.items).toHaveLength(4);
  });

  it("says at which house the map points, where a home stands by itself", async () => {
    const { me, sameStreet } = await neighbours({ homesInBuilding: 1 });
    await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2020, costRange: null, doneBy: null, audience: "street" }));
    const place = await asViewer(sameStreet, async (tx) => (await sharedPlaces(tx, sameStreet)).find((one) => one.place === me.buildingId));
    const { seen, offered } = await see(me, "street");
    expect(seen.mark).toEqual({ street: place!.street, number: place!.number });
    expect((await see(me, "neighbourhood")).seen.mark).toBeNull();
    expect(offered).not.toContain("building");
    expect((await see(me, "building")).eyes, "an audience that is not there is not looked through").toBe("street");
  });

  it("follows what is withdrawn and what becomes too small, at the next look", async () => {
    const { me } = await neighbours();
    const id = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2020, costRange: null, doneBy: null, audience: "street" }));
    expect((await see(me, "street")).seen.items).toMatchObject([{ id }]);
    await asViewer(me, (tx) => withdrawItem(tx, me, measure, id));
    expect((await see(me, "street")).seen.items).toEqual([]);
    await asWorker((tx) => tx.update(building).set({ dwellingCount: 9 }).where(eq(building.id, me.buildingId!)));
    expect((await see(me, "street")).offered).not.toContain("building");
  });

  it("shows a moderator no more than the sign-up for a purchase, and how often one looked", async () => {
    const { me, otherStreet, here } = await neighbours();
    await shareEverything(me, otherStreet);
    const purchase = await opened(moderating(otherStreet.residentId, here.code), [here.code]);
    const id = await join(me, purchase);
    const { seen, looks } = await see(me, "moderator");
    expect(seen).toEqual({ items: [], answers: [], visits: [], koplopers: [], contacts: [], names: { wishes: 0, claims: 0, outcomes: 0, requests: 0 }, mark: null, signUps: [{ id, purchaseTitle: "Zonnepanelen voor de buurt", state: "interest" }] });
    expect(looks).toBe(0);
  });

  it("shows the municipality nothing but whether the household counts", async () => {
    const { me, otherStreet } = await neighbours();
    await shareEverything(me, otherStreet);
    const before = await see(me, "municipality");
    expect(before.seen).toMatchObject({ items: [], answers: [], visits: [], koplopers: [], contacts: [], signUps: [], mark: null });
    expect([before.counts, before.releases]).toEqual([false, []]);
    await asViewer(me, (tx) => answerFigures(tx, me, true));
    expect((await see(me, "municipality")).counts).toBe(true);
    expect(await asWorker((tx) => tx.$count(consent, eq(consent.householdId, me.householdId)))).toBeGreaterThan(0);
  });

  it("holds nothing of any other household: not one of their canaries", async () => {
    const owner = ownerConnection(database);
    const { words } = await releaseCanaries(owner);
    if (owner !== database.connection) await owner.close();
    const foreign = /sameBuilding|sameStreet|sameNeighbourhood|otherNeighbourhood|moderatorHere to|official/;
    for (const [name, others] of [["own", foreign], ["sameStreet", /\b(own|secondAdult|sameBuilding|sameNeighbourhood|otherNeighbourhood)\b/]] as const) {
      const person = people[name];
      const me = asResident({ ...person, email: "", dwelling: { id: person.dwellingId, neighbourhoodCode: person.neighbourhoodCode, streetId: person.streetId, buildingId: person.buildingId } as never });
      const read = [];
      for (const as of eyes) read.push(text((await see(me, as)).seen));
      const found = [...new Set(read.join().match(/kanarie\d{4}x|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))].flatMap((word) => words.get(word)?.about ?? []);
      expect(found.filter((about) => others.test(about)), name).toEqual([]);
      expect(found.filter((about) => about.includes(name)).length, "the things of one's own are really there").toBeGreaterThan(5);
    }
  });
});
