import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asOwner, everyDatabase, testDatabase } from "../tests/support/databases.ts";
import { buildTown, membershipId, people } from "../tests/support/town.ts";
import { appendToJournal, assertJournalReplayed, journal } from "./journal.server.ts";
import { replayJournal } from "./replay-journal.server.ts";
import { leftFact } from "./schema/homes.ts";
import { consent, household, plannedMove, resident } from "./schema/people.ts";
import { erasure } from "./schema/privacy.ts";
import { hiding, measure, photo, story, wish, wishJoin } from "./schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "./viewer.server.ts";

const { own, secondAdult, sameStreet, moderatorHere } = people;
const ids = {
  measure: "10000000-0000-4000-8000-000000000001",
  wish: "10000000-0000-4000-8000-000000000002",
  joined: "10000000-0000-4000-8000-000000000003",
  photo: "10000000-0000-4000-8000-000000000004",
  consent: "10000000-0000-4000-8000-000000000005",
  story: "10000000-0000-4000-8000-000000000007",
};

describe.each(everyDatabase)("the journal on %s", (kind) => {
  const database = testDatabase(kind);
  let file: string;
  beforeAll(buildTown);

  beforeEach(async () => {
    file = join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt");
    vi.stubEnv("JOURNAL_FILE", file);
    await share();
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    await asWorker(async (tx) => {
      for (const table of [photo, wishJoin, measure, wish, story, consent, hiding] as const) await tx.delete(table);
    });
    await forget();
    rmSync(file, { force: true });
  });

  const lines = () => (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").filter(Boolean) : []);
  const withdraw = () => asViewer(own, (tx) => journal(tx, { kind: "withdrawal", id: ids.measure }));
  /** What a restore of an older backup does: the rows of the journal are gone. */
  const forget = () => asOwner(database, "delete from journal_entry");

  it("writes a line as soon as the deed is committed, readable by nobody else", async () => {
    await withdraw();
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatch(new RegExp(`^\\S+ withdrawal ${ids.measure} [0-9a-f-]{36}$`));
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("writes nothing when the deed is rolled back", async () => {
    await expect(
      asViewer(own, async (tx) => {
        await journal(tx, { kind: "withdrawal", id: ids.measure });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(lines()).toEqual([]);
  });

  it("lets nobody write about what another household shares", async () => {
    for (const kind of ["withdrawal", "narrowing", "erasure", "stay", "hiding", "membership_end"] as const) {
      const id = kind === "membership_end" ? membershipId(own.residentId) : kind === "erasure" || kind === "stay" ? own.residentId : ids.measure;
      await expect(asViewer(sameStreet, (tx) => journal(tx, { kind, id })), kind).rejects.toThrow();
      await expect(asViewer(moderatorHere, (tx) => journal(tx, { kind, id })), kind).rejects.toThrow();
    }
  });

  it("keeps the deed when the disk refuses, says so, and writes the line later", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    vi.stubEnv("JOURNAL_FILE", "/dev/full");
    await withdraw();
    expect(said.mock.calls.join()).toContain("journal: could not write to /dev/full");
    vi.stubEnv("JOURNAL_FILE", file);
    await appendToJournal(database.connection);
    expect(lines()).toHaveLength(1);
    await assertJournalReplayed(database.connection);
  });

  it("appends at start-up what the process could not, and passes over a torn line", async () => {
    await withdraw();
    const [line] = lines();
    rmSync(file);
    appendFileSync(file, line!.slice(0, 40));
    await assertJournalReplayed(database.connection);
    expect(lines()).toEqual([line!.slice(0, 40), line]);
    await assertJournalReplayed(database.connection);
    expect(lines()).toHaveLength(2);
  });

  it("refuses a database that was restored from before the last line, until it is replayed", async () => {
    await withdraw();
    await forget();
    await expect(assertJournalReplayed(database.connection)).rejects.toThrow(/older than the journal.*1 withdrawals.*npm run admin -- replay-journal$/);
    expect(await replayJournal(database.connection)).toBe(1);
    await assertJournalReplayed(database.connection);
    expect(await replayJournal(database.connection)).toBe(0);
  });

  it("refuses a database whose journal file is gone, until a new file is asked for", async () => {
    await withdraw();
    rmSync(file);
    await expect(assertJournalReplayed(database.connection)).rejects.toThrow(/is not there.*--new-file$/);
    await expect(replayJournal(database.connection)).rejects.toThrow("is not there");
    await replayJournal(database.connection, { newFile: true });
    await assertJournalReplayed(database.connection);
    expect(lines().length).toBeGreaterThan(0);
  });

  it("replays a withdrawal of an item and of a consent", async () => {
    await withdraw();
    await asViewer(own, (tx) => journal(tx, { kind: "withdrawal", id: ids.consent }));
    await forget();
    await replayJournal(database.connection);
    await asWorker(async (tx) => {
      expect((await tx.select().from(measure))[0]!.withdrawnAt).not.toBeNull();
      expect((await tx.select().from(consent))[0]!.withdrawnAt).not.toBeNull();
      expect(await tx.select().from(wishJoin)).toEqual([]);
      expect((await tx.select().from(wish)).every((row) => row.withdrawnAt === null)).toBe(true);
    });
  });

  it("replays what was done with a story, and lets nobody write about that of another household", async () => {
    const deeds = { withdrawal: { withdrawnAt: expect.any(Date), audience: "neighbourhood" }, narrowing: { withdrawnAt: null, audience: "household" } } as const;
    for (const [kind, outcome] of Object.entries(deeds) as [keyof typeof deeds, (typeof deeds)[keyof typeof deeds]][]) {
      await expect(asViewer(sameStreet, (tx) => journal(tx, { kind, id: ids.story })), kind).rejects.toThrow();
      await asViewer(own, (tx) => journal(tx, { kind, id: ids.story }));
      await forget();
      await replayJournal(database.connection);
      expect(await asWorker((tx) => tx.select({ withdrawnAt: story.withdrawnAt, audience: story.audience }).from(story)), kind).toEqual([outcome]);
      await asWorker((tx) => tx.update(story).set({ withdrawnAt: null, audience: "neighbourhood" }));
      await forget();
      rmSync(file, { force: true });
    }
  });

  it("replays the end of a consent to share by falling back to the household, for another consent may have followed", async () => {
    const id = "10000000-0000-4000-8000-000000000006";
    await asWorker((tx) => tx.insert(consent).values({ ...own, id, purpose: "share_measure", fieldGroup: "measure", subjectId: ids.measure, audience: "neighbourhood", textVersion: "1", textShown: "Ik deel dit", locale: "nl" } as typeof consent.$inferInsert));
    await asViewer(own, (tx) => journal(tx, { kind: "withdrawal", id }));
    await forget();
    await replayJournal(database.connection);
    expect(await asWorker((tx) => tx.select({ audience: measure.audience, withdrawnAt: measure.withdrawnAt }).from(measure))).toEqual([{ audience: "household", withdrawnAt: null }]);
  });

  it("replays a narrowing and a hiding", async () => {
    await asViewer(own, (tx) => journal(tx, { kind: "narrowing", id: ids.wish }));
    await asWorker((tx) => journal(tx, { kind: "hiding", id: ids.measure }));
    await forget();
    await replayJournal(database.connection);
    await asWorker(async (tx) => {
      const [narrowed] = await tx.select().from(wish).where(eq(wish.id, ids.wish));
      expect(narrowed).toMatchObject({ audience: "household" });
      expect(narrowed!.narrowedAt).not.toBeNull();
      expect((await tx.select().from(measure))[0]!.hiddenAt).not.toBeNull();
    });
    expect(await asViewer(own, (tx) => tx.select({ rule: hiding.rule }).from(hiding))).toEqual([{ rule: "other" }]);
  });

  it("replays an erasure of a photo at once, and of an account as leaving: hidden, logged out, and erased when it is due", async () => {
    await asViewer(own, (tx) => journal(tx, { kind: "erasure", id: ids.photo }));
    await asViewer(own, (tx) => journal(tx, { kind: "erasure", id: own.residentId }));
    await forget();
    await replayJournal(database.connection);
    await asWorker(async (tx) => {
      expect(await tx.select({ id: photo.id }).from(photo)).toEqual([]);
      const items = [...(await tx.select().from(measure)), ...(await tx.select().from(wish).where(eq(wish.residentId, own.residentId)))];
      expect(items.map(({ withdrawnAt }) => withdrawnAt)).toEqual([expect.any(Date), expect.any(Date)]);
      expect(await tx.select().from(wishJoin)).toEqual([]);
      const [due] = await tx.select().from(erasure);
      expect(due).toMatchObject({ accountId: own.residentId, householdId: own.householdId, wholeHousehold: false });
      expect(due!.dueAt.getTime() - due!.requestedAt.getTime()).toBe(7 * 86_400_000);
      await tx.delete(erasure);
    });
  });

  it("replays that a fact of earlier residents was removed, that a measure is taken along after all, and that somebody doesn't move", async () => {
    const [fact, choice] = [randomUUID(), randomUUID()];
    await asWorker(async (tx) => {
      await tx.insert(leftFact).values({ id: fact, neighbourhoodCode: own.neighbourhoodCode, dwellingId: own.dwellingId, kind: "glazing" });
      await tx.insert(consent).values({ id: choice, neighbourhoodCode: own.neighbourhoodCode, householdId: own.householdId, residentId: own.residentId, purpose: "leave_behind", fieldGroup: "kind_and_year", subjectId: ids.measure, textVersion: "1", textShown: "x", locale: "nl", withdrawnAt: new Date("2026-01-01") });
    });
    const planned = () => asViewer(own, (tx) => tx.select().from(plannedMove));
    await asViewer(own, async (tx) => {
      await tx.insert(plannedMove).values({ residentId: own.residentId, movesOn: "2099-01-12" });
      await journal(tx, { kind: "stay", id: own.residentId });
      await journal(tx, { kind: "withdrawal", id: fact });
    });
    await asWorker((tx) => journal(tx, { kind: "withdrawal", id: choice }));
    await forget();
    await replayJournal(database.connection);
    expect(await planned()).toEqual([]);
    expect(await asViewer(own, (tx) => tx.select().from(leftFact))).toEqual([]);
    const [kept] = await asWorker((tx) => tx.select({ at: consent.withdrawnAt }).from(consent).where(eq(consent.id, choice)));
    expect(kept!.at!.getTime()).toBeGreaterThan(new Date("2026-01-02").getTime());
    // About those of somebody else nobody writes.
    await asWorker((tx) => tx.insert(leftFact).values({ id: fact, neighbourhoodCode: own.neighbourhoodCode, dwellingId: own.dwellingId, kind: "glazing" }));
    await expect(asViewer(sameStreet, (tx) => journal(tx, { kind: "withdrawal", id: fact }))).rejects.toThrow();
    await asWorker((tx) => tx.delete(leftFact));
  });

  it("replays the end of a membership: the last adult takes along what the household shared", async () => {
    await asViewer(own, (tx) => journal(tx, { kind: "membership_end", id: membershipId(own.residentId) }));
    await asAuth((tx) => journal(tx, { kind: "membership_end", id: membershipId(secondAdult.residentId) }));
    const before = lines();
    await forget();
    rmSync(file);
    appendFileSync(file, `${before[0]}\n`);
    await replayJournal(database.connection);
    await asWorker(async (tx) => {
      expect(await tx.select().from(resident).where(eq(resident.id, own.residentId))).toEqual([]);
      expect((await tx.select().from(measure))[0]!.withdrawnAt).toBeNull();
    });
    appendFileSync(file, `${before[1]}\n`);
    await replayJournal(database.connection);
    await asWorker(async (tx) => {
      expect((await tx.select().from(measure))[0]!.withdrawnAt).not.toBeNull();
      expect((await tx.select().from(household).where(eq(household.id, own.householdId)))[0]!.endedAt).not.toBeNull();
    });
  });
});

/** A measure with a photo and a wish of `own`, and a wish of the same street that `own` joins. */
async function share(): Promise<void> {
  const mine = { householdId: own.householdId, residentId: own.residentId, dwellingId: own.dwellingId, streetId: own.streetId, buildingId: own.buildingId, neighbourhoodCode: own.neighbourhoodCode };
  await asWorker(async (tx) => {
    await tx.insert(measure).values({ ...mine, id: ids.measure, kind: "solar_panels", state: "done", audience: "neighbourhood", sharedAt: sql`now()` });
    await tx.insert(photo).values({ ...mine, id: ids.photo, measureId: ids.measure, mime: "image/webp", width: 1, height: 1, bytes: new Uint8Array([1]) });
    await tx.insert(wish).values({ ...mine, id: ids.wish, scope: "home", kind: "heat_pump_hybrid", audience: "street" });
    await tx.insert(wish).values({ ...sameStreet, id: ids.joined, scope: "neighbourhood", title: "Meer bomen", audience: "neighbourhood" } as typeof wish.$inferInsert);
    await tx.insert(story).values({ ...mine, id: ids.story, indicator: "gas", title: "Minder gas", body: "Samen lager gestookt.", audience: "neighbourhood", sharedAt: sql`now()` });
    await tx.insert(wishJoin).values({ ...mine, wishId: ids.joined });
    await tx.insert(consent).values({ ...mine, id: ids.consent, purpose: "join_wish", fieldGroup: "wish", subjectId: ids.joined, textVersion: "1", textShown: "Ik doe mee", locale: "nl" });
  });
}
