import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { block, photo, wishJoin } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { household, resident, type TestDwelling } from "../../../tests/support/people.ts";
import { readOverlay } from "../map/overlay.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { readPhoto } from "../measures/read-photo.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import { lookAtReported } from "../moderation/look-at-reported.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { countHomesLikeMine, homeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import { newestShared } from "../neighbourhood/newest-shared.server.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { neighbourhoodWishes } from "../wishes/neighbourhood-wishes.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { blockNeighbour, mostBlocks } from "./block-neighbour.server.ts";
import { type Meeting, neighbourBehind } from "./neighbour-behind.server.ts";
import { ownBlocks } from "./own-blocks.server.ts";
import { unblockNeighbour } from "./unblock-neighbour.server.ts";

const facts = { kind: "green_roof", state: "done", year: 2022, costRange: null, doneBy: null, experience: "Mooi" } as const;
const measureOf = (who: Resident) => asViewer(who, (tx) => shareMeasure(tx, who, { ...facts, audience: "neighbourhood" }));
const dreamOf = (who: Resident, title = "Meer bomen") => asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title, audience: "neighbourhood" }));
const joinIn = (who: Resident, id: string) => asViewer(who, (tx) => joinWish(tx, who, id));
const sees = async (who: Resident, id: string) => (await asViewer(who, (tx) => findMeasure(tx, who, id))) !== null;
const joinsSeen = async (who: Resident, id: string) => (await asViewer(who, (tx) => findWish(tx, who, id)))?.joins.length ?? null;
const blockBehind = (who: Resident, meeting: Meeting) =>
  asViewer(who, async (tx) => {
    const neighbour = await neighbourBehind(tx, who, meeting);
    return neighbour && blockNeighbour(tx, who, neighbour);
  });
const homeOf = async (who: Resident): Promise<TestDwelling> => {
  const [home] = await asWorker((tx) => tx.select().from(dwelling).where(eq(dwelling.id, who.dwellingId)));
  return { id: home!.id, neighbourhoodCode: who.neighbourhoodCode, streetId: who.streetId, buildingId: who.buildingId!, postcode: home!.postcode!, houseNumber: home!.houseNumber! };
};
const overlay = async (who: Resident) => (await asViewer(who, (tx) => readOverlay(tx, who))).etag;
const newest = async (who: Resident) => (await asViewer(who, (tx) => newestShared(tx, who, null))).items.map(({ id }) => id);

describe.each(databaseKinds)("blocks on %s", (kind) => {
  const database = testDatabase(kind);
  afterEach(() => vi.unstubAllEnvs());

  it("take what the one shares out of the other's sight, both ways, and give it back when undone", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [mine, theirs] = [await measureOf(me), await measureOf(sameStreet)];
    const made = await blockBehind(me, { what: "measure", id: theirs });
    expect([await sees(me, theirs), await sees(sameStreet, mine)]).toEqual([false, false]);
    expect([await sees(otherStreet, theirs), await sees(otherStreet, mine)]).toEqual([true, true]);
    expect([await newest(me), await newest(sameStreet)]).toEqual([[mine], [theirs]]);
    expect(await asViewer(sameStreet, (tx) => unblockNeighbour(tx, sameStreet, made!))).toBe(false);
    expect(await asViewer(me, (tx) => unblockNeighbour(tx, me, made!))).toBe(true);
    expect([await sees(me, theirs), await sees(sameStreet, mine)]).toEqual([true, true]);
  });

  it("belong to one person: a housemate still sees and is seen, and every adult of the blocked household is blocked", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const other = asResident(await resident({ id: sameStreet.householdId, dwelling: await homeOf(sameStreet) }));
    const [mine, housemates, theirs] = [await measureOf(me), await measureOf(housemate), await measureOf(sameStreet)];
    await blockBehind(me, { what: "measure", id: theirs });
    expect([await sees(housemate, theirs), await sees(sameStreet, housemates), await sees(other, housemates)]).toEqual([true, true, true]);
    expect([await sees(sameStreet, mine), await sees(other, mine), await sees(housemate, mine)]).toEqual([false, false, true]);
    expect(await sees(me, await measureOf(other))).toBe(false);
    expect(await asViewer(housemate, (tx) => ownBlocks(tx, housemate))).toEqual([]);
    expect(await asViewer(housemate, (tx) => tx.select().from(block))).toEqual([]);
    expect(await asViewer(sameStreet, (tx) => tx.select().from(block))).toEqual([]);
  });

  it("leave map, counts and lists byte for byte as a withdrawal does", async () => {
    const { me, sameStreet } = await neighbours();
    const mine = await measureOf(me);
    const photoId = await asWorker(async (tx) => (await tx.insert(photo).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, measureId: mine, mime: "image/webp", width: 1, height: 1, bytes: new Uint8Array([1]) }).returning({ id: photo.id }))[0]!.id);
    const theirs = await measureOf(sameStreet);
    const shown = async () => ({
      overlay: await overlay(sameStreet),
      newest: await newest(sameStreet),
      measure: await asViewer(sameStreet, (tx) => findMeasure(tx, sameStreet, mine)),
      photo: await asViewer(sameStreet, (tx) => readPhoto(tx, sameStreet, photoId)),
      alike: await asViewer(sameStreet, async (tx) => countHomesLikeMine(tx, sameStreet, (await homeTraits(tx, sameStreet))!)),
    });
    const before = await shown();
    const made = await blockBehind(me, { what: "measure", id: theirs });
    const blocked = await shown();
    expect(blocked).not.toEqual(before);
    expect(blocked.alike).toEqual({ ...before.alike!, sharing: before.alike!.sharing - 1 });
    await asViewer(me, (tx) => unblockNeighbour(tx, me, made!));
    expect(await shown()).toEqual(before);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, mine));
    expect(await shown()).toEqual(blocked);
  });

  it("keep two who join wishes out of each other's sight, in names and in counts", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [mine, theirs, third] = [await dreamOf(me), await dreamOf(sameStreet), await dreamOf(otherStreet)];
    await joinIn(sameStreet, mine);
    await joinIn(me, theirs);
    for (const who of [me, sameStreet]) await joinIn(who, third);
    const [join] = await asViewer(me, async (tx) => (await findWish(tx, me, third))!.joins.filter(({ own }) => !own));
    expect(await blockBehind(me, { what: "join", id: join!.id, wishId: theirs }), "of another wish").toBeNull();
    const made = await blockBehind(me, { what: "join", id: join!.id, wishId: third });
    expect(made).not.toBeNull();
    expect([await joinsSeen(me, mine), await joinsSeen(sameStreet, theirs)], "of each other's wish").toEqual([0, 0]);
    expect([await joinsSeen(me, theirs), await joinsSeen(sameStreet, mine)]).toEqual([null, null]);
    expect([await joinsSeen(me, third), await joinsSeen(sameStreet, third), await joinsSeen(otherStreet, third)], "of a third").toEqual([1, 1, 2]);
    const counted = async (who: Resident) => (await asViewer(who, (tx) => neighbourhoodWishes(tx, who, 10))).find(({ id }) => id === third)!.joined;
    expect([await counted(me), await counted(otherStreet)]).toEqual([1, 2]);
    expect(await joinIn(sameStreet, await dreamOf(me, "Een deelauto")), "joining the blocker's wish").toBe(false);
    await expect(asViewer(sameStreet, (tx) => tx.insert(wishJoin).values({ wishId: mine, neighbourhoodCode: me.neighbourhoodCode, householdId: sameStreet.householdId, residentId: sameStreet.residentId, streetId: sameStreet.streetId }))).rejects.toThrow();
  });

  it("are only of somebody who is seen, never of the own household, and only in one's own name", async () => {
    const { me, housemate, sameStreet, otherStreet, stranger } = await neighbours();
    for (const id of [await measureOf(housemate), await measureOf(stranger), "0", undefined]) expect(await blockBehind(me, { what: "measure", id })).toBeNull();
    await measureOf(sameStreet);
    const forged = { neighbourhoodCode: me.neighbourhoodCode, residentId: me.residentId, blockedHouseholdId: sameStreet.householdId, streetId: me.streetId };
    for (const wrong of [{ residentId: housemate.residentId }, { blockedHouseholdId: me.householdId }, { blockedHouseholdId: otherStreet.householdId }, { blockedHouseholdId: stranger.householdId }]) {
      await expect(asViewer(me, (tx) => tx.insert(block).values({ ...forged, ...wrong })), JSON.stringify(wrong)).rejects.toThrow();
    }
    await asViewer(me, (tx) => tx.insert(block).values(forged));
    await expect(asViewer(me, (tx) => tx.update(block).set({ shownName: "Een ander" }))).rejects.toThrow();
  });

  it("show the name that was shown and the day, and say nothing more of who is behind it", async () => {
    const { me, sameStreet } = await neighbours();
    const made = await blockBehind(me, { what: "measure", id: await measureOf({ ...sameStreet, displayName: "Noor" }) });
    expect(await asViewer(me, (tx) => ownBlocks(tx, me))).toEqual([{ id: made, shownName: "Noor", streetName: "Proefstraat", createdAt: expect.any(Date) }]);
  });

  it("stop at fifty, also when many are asked for at once, and the same neighbour twice is one", async () => {
    const { me, sameStreet } = await neighbours();
    const place = await homeOf(sameStreet);
    const met: string[] = [];
    for (let number = 0; number < mostBlocks + 5; number++) met.push(await measureOf(asResident(await resident(await household(place)))));
    const twice = [await blockBehind(me, { what: "measure", id: met[0] }), await blockBehind(me, { what: "measure", id: met[0] })];
    expect(twice[1], "it is out of sight").toBeNull();
    const made = await Promise.all(met.slice(1).map((id) => blockBehind(me, { what: "measure", id })));
    expect(made.filter((id) => id === null)).toHaveLength(5);
    expect(await asViewer(me, (tx) => tx.$count(block))).toBe(mostBlocks);
  });

  it("don't limit a moderator, who is limited as a resident like anybody else", async () => {
    const { me, sameStreet, otherStreet, here } = await neighbours();
    const theirs = await measureOf(sameStreet);
    const report = await asViewer(otherStreet, (tx) => reportItem(tx, otherStreet, { kind: "measure", id: theirs }, { category: "other", note: null }));
    const { viewer } = await moderator(here.code);
    const living = { ...viewer, ...me, moderates: [here.code] as const, accountId: me.residentId };
    await blockBehind(me, { what: "measure", id: theirs });
    expect(await sees(living, theirs)).toBe(false);
    expect(await asViewer(living, (tx) => lookAtReported(tx, report!, { reason: "report", note: null }))).toMatchObject({ what: "measure" });
  });

  it("end with the account of who blocked, and with the household that was blocked", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const theirs = await measureOf(sameStreet);
    await blockBehind(me, { what: "measure", id: theirs });
    await blockBehind(otherStreet, { what: "measure", id: theirs });
    const left = async () => (await asWorker((tx) => tx.select({ by: block.residentId }).from(block).where(eq(block.blockedHouseholdId, sameStreet.householdId)))).map(({ by }) => by);
    await requestErasure(me);
    await asOwner(database, "update erasure set due_at = now()");
    await eraseDue();
    expect(await left()).toEqual([otherStreet.residentId]);
    await requestErasure(sameStreet);
    await asOwner(database, "update erasure set due_at = now()");
    await eraseDue();
    expect(await left()).toEqual([]);
  });

  it("are done again after a restore, and undone again", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "buurhof-blocks-")), "journal.txt");
    vi.stubEnv("JOURNAL_FILE", file);
    const { me, sameStreet, otherStreet } = await neighbours();
    const [theirs, others] = [await measureOf(sameStreet), await measureOf(otherStreet)];
    const first = await blockBehind(me, { what: "measure", id: theirs });
    await blockBehind(me, { what: "measure", id: others });
    await asViewer(me, (tx) => unblockNeighbour(tx, me, first!));
    const written = readFileSync(file, "utf8").trim().split("\n").filter((line) => line.includes("block"));
    expect(written.map((line) => line.split(" ").toSpliced(3, 1).slice(1))).toEqual([
      ["block", me.residentId, sameStreet.householdId],
      ["block", me.residentId, otherStreet.householdId],
      ["unblock", me.residentId, sameStreet.householdId],
    ]);
    await asWorker((tx) => tx.delete(block));
    await asOwner(database, "delete from journal_entry where kind in ('block', 'unblock')");
    await replayJournal(database.connection);
    expect([await sees(me, theirs), await sees(me, others)]).toEqual([true, false]);
    expect(await asViewer(me, (tx) => ownBlocks(tx, me))).toMatchObject([{ shownName: null, streetName: "Proefstraat" }]);
  });

  it("are written down in one's own name only", async () => {
    const { me, sameStreet } = await neighbours();
    const line = { id: randomUUID(), kind: "block" as const, subjectId: sameStreet.residentId, objectId: me.householdId };
    await expect(asViewer(me, (tx) => tx.insert(journalEntry).values(line))).rejects.toThrow();
    await asViewer(me, (tx) => tx.insert(journalEntry).values({ ...line, subjectId: me.residentId, objectId: sameStreet.householdId }));
  });

  it("compare with two lists once per statement, not once per row", async () => {
    const { me } = await neighbours();
    const plan = await asViewer(me, async (tx) => JSON.stringify(await tx.execute(`explain select id from measure union all select id from wish`)));
    for (const list of ["blocked_households", "blocked_by"]) expect(plan).not.toMatch(new RegExp(`Filter[^"]*${list}`));
  });
});
