import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { type Audience, consent } from "../../../db/schema/people.ts";
import { streetInNeighbourhood } from "../../../db/schema/register.ts";
import { measure, outbox } from "../../../db/schema/sharing.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { newestShared } from "../neighbourhood/newest-shared.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { eraseWithdrawn } from "../sharing/erase-withdrawn.server.ts";
import { narrowAudiences } from "../sharing/narrow-audiences.server.ts";
import { ownItems } from "../sharing/own-items.server.ts";
import { changeMeasure } from "./change-measure.server.ts";
import { changeMeasureAudience } from "./change-measure-audience.server.ts";
import { findMeasure } from "./find-measure.server.ts";
import { ownMeasureOfKind } from "./own-measure.server.ts";
import { restoreMeasure } from "./restore-measure.server.ts";
import { shareMeasure } from "./share-measure.server.ts";
import { withdrawMeasure } from "./withdraw-measure.server.ts";

const solar = { kind: "solar_panels", state: "done", year: 2021, costRange: "5000_10000", doneBy: "company" } as const;
const share = (who: Resident, audience: Audience) => asViewer(who, (tx) => shareMeasure(tx, who, { ...solar, experience: "Fijn in de zomer.", audience }));
const sees = (who: Resident, id: string) => asViewer(who, async (tx) => (await findMeasure(tx, who, id)) !== null);
const show = (who: Resident, id: string, audience: Audience) =>
  asViewer(who, (tx) => changeMeasureAudience(tx, who, id, { audience, mayAsk: true, mayVisit: false }));
const consents = (id: string) =>
  asWorker((tx) =>
    tx
      .select({ audience: consent.audience, text: consent.textShown, version: consent.textVersion, by: consent.residentId, ended: sql<boolean>`${consent.withdrawnAt} is not null` })
      .from(consent)
      .where(eq(consent.subjectId, id))
      .orderBy(consent.givenAt),
  );

describe.each(databaseKinds)("measures on %s", (kind) => {
  testDatabase(kind);

  it("shows a measure to its audience and to nobody else", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet, stranger } = await neighbours();
    const everybody = { me, housemate, flatmate, sameStreet, otherStreet, stranger };
    const expected: Record<Audience, (keyof typeof everybody)[]> = {
      household: ["me", "housemate"],
      building: ["me", "housemate", "flatmate"],
      street: ["me", "housemate", "flatmate", "sameStreet"],
      neighbourhood: ["me", "housemate", "flatmate", "sameStreet", "otherStreet"],
    };
    for (const [audience, who] of Object.entries(expected)) {
      const id = await share(me, audience as Audience);
      const seen: string[] = [];
      for (const [name, neighbour] of Object.entries(everybody)) if (await sees(neighbour, id)) seen.push(name);
      expect(seen, audience).toEqual(who);
    }
  });

  it("knows what a household already has of a kind, and not what it took away or what neighbours have", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const had = (who: Resident) => asViewer(who, (tx) => ownMeasureOfKind(tx, who, "solar_panels"));
    await share(sameStreet, "neighbourhood");
    expect(await had(me)).toBeNull();
    const id = await share(me, "household");
    expect(await had(housemate)).toBe(id);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    expect(await had(me)).toBeNull();
  });

  it("keeps a measure for the household without asking consent", async () => {
    const { me } = await neighbours();
    expect(await consents(await share(me, "household"))).toEqual([]);
  });

  it("writes down under which text and version a measure was shared", async () => {
    const { me } = await neighbours();
    const [row] = await consents(await share(me, "street"));
    expect(row).toMatchObject({ audience: "street", version: "share_measure-1", by: me.residentId, ended: false });
    expect(row!.text).toContain("De bewoners van de Proefstraat zien deze maatregel");
  });

  it("ends the old consent and begins a new one when the audience changes", async () => {
    const { me, otherStreet } = await neighbours();
    const id = await share(me, "neighbourhood");
    await show(me, id, "street");
    expect(await sees(otherStreet, id)).toBe(false);
    expect((await consents(id)).map(({ audience, ended }) => [audience, ended])).toEqual([["neighbourhood", true], ["street", false]]);
    await show(me, id, "household");
    expect((await consents(id)).filter(({ ended }) => !ended)).toEqual([]);
  });

  it("keeps the consent when the same audience is chosen again", async () => {
    const { me } = await neighbours();
    const id = await share(me, "street");
    await show(me, id, "street");
    expect(await consents(id)).toHaveLength(1);
  });

  it("offers a street and a building from ten homes on", async () => {
    const small = await neighbours({ homesInStreet: 9, homesInBuilding: 9 });
    const large = await neighbours({ homesInStreet: 10, homesInBuilding: 10 });
    const offered = (who: Resident) => asViewer(who, async (tx) => (await audienceOptions(tx, who)).map(({ audience }) => audience));
    expect(await offered(small.me)).toEqual(["household", "neighbourhood"]);
    expect(await offered(large.me)).toEqual(["household", "building", "street", "neighbourhood"]);
  });

  it("refuses an audience of fewer than ten homes, in words and in the database", async () => {
    const { me } = await neighbours({ homesInStreet: 9 });
    await expect(share(me, "street")).rejects.toMatchObject({ reason: "audience_too_small" });
    const id = await share(me, "household");
    await expect(show(me, id, "street")).rejects.toMatchObject({ reason: "audience_too_small" });
    await expect(asViewer(me, (tx) => tx.update(measure).set({ audience: "street" }).where(eq(measure.id, id)))).rejects.toThrow();
  });

  it("lets a housemate change a measure, and nobody else", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await share(me, "street");
    expect(await asViewer(housemate, (tx) => changeMeasure(tx, housemate, id, { year: 2020 }))).toBe(true);
    expect(await asViewer(sameStreet, (tx) => changeMeasure(tx, sameStreet, id, { year: 1999 }))).toBe(false);
    expect(await show(sameStreet, id, "neighbourhood")).toBe(false);
    expect(await asViewer(sameStreet, (tx) => withdrawMeasure(tx, sameStreet, id))).toBe(false);
    expect(await asViewer(me, (tx) => findMeasure(tx, me, id))).toMatchObject({ year: 2020, audience: "street", withdrawnAt: null });
  });

  it("hides a withdrawn measure at once and puts it back within seven days, with a new consent", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await share(me, "street");
    await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    expect(await sees(sameStreet, id)).toBe(false);
    expect(await asViewer(me, (tx) => ownItems(tx, me))).toMatchObject([{ id, withdrawnAt: expect.any(String) }]);
    await expect(asViewer(me, (tx) => changeMeasure(tx, me, id, { year: 2020 }))).rejects.toMatchObject({ reason: "withdrawn" });
    expect(await asViewer(me, (tx) => restoreMeasure(tx, me, id))).toBe("street");
    expect(await sees(sameStreet, id)).toBe(true);
    expect((await consents(id)).map(({ ended }) => ended)).toEqual([true, false]);
  });

  it("erases what was withdrawn more than seven days ago and nothing else", async () => {
    const { me } = await neighbours();
    const [old, fresh, kept] = [await share(me, "street"), await share(me, "street"), await share(me, "street")];
    for (const id of [old, fresh]) await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    await asWorker((tx) => tx.update(measure).set({ withdrawnAt: sql`now() - interval '7 days 1 minute'` }).where(eq(measure.id, old)));
    await expect(asViewer(me, (tx) => restoreMeasure(tx, me, old))).rejects.toMatchObject({ reason: "too_late" });
    await asWorker((tx) => eraseWithdrawn(tx));
    const left = await asWorker((tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.householdId, me.householdId)));
    expect(left.map(({ id }) => id).toSorted()).toEqual([fresh, kept].toSorted());
  });

  it("narrows to the household when a street has become too small, and asks whoever shared it", async () => {
    const { me, sameStreet } = await neighbours();
    const [inStreet, inNeighbourhood] = [await share(me, "street"), await share(me, "neighbourhood")];
    await asWorker((tx) => tx.update(streetInNeighbourhood).set({ homeCount: 9 }).where(eq(streetInNeighbourhood.streetId, me.streetId)));
    expect(await asWorker((tx) => narrowAudiences(tx))).toBe(1);
    expect(await sees(sameStreet, inStreet)).toBe(false);
    expect(await sees(sameStreet, inNeighbourhood)).toBe(true);
    expect((await consents(inStreet)).map(({ ended }) => ended)).toEqual([true]);
    const [mail] = await asWorker((tx) => tx.select({ to: outbox.accountId }).from(outbox).where(eq(outbox.template, "audience-narrowed")));
    expect(mail).toEqual({ to: me.residentId });
    expect(await asViewer(me, (tx) => findMeasure(tx, me, inStreet))).toMatchObject({ audience: "household", narrowedAt: expect.any(Date) });
  });

  it("writes withdrawals and narrower audiences in the journal", async () => {
    const { me } = await neighbours();
    const id = await share(me, "neighbourhood");
    await show(me, id, "street");
    await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, id)).orderBy(journalEntry.at));
    expect(lines.map((line) => line.kind)).toEqual(["narrowing", "withdrawal"]);
  });

  it("puts what a neighbour sees for the first time on top, page by page, without skipping", async () => {
    const { me, sameStreet } = await neighbours();
    const ids: string[] = [];
    for (let number = 0; number < 23; number++) ids.push(await share(me, "street"));
    const first = await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, null));
    const second = await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, first.next));
    expect([first.items.length, second.items.length, second.next]).toEqual([12, 11, null]);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    await show(me, ids[0]!, "neighbourhood");
    const again = await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, "nonsense"));
    expect(again.items[0]).toMatchObject({ id: ids[0], own: false, kind: "solar_panels", excerpt: "Fijn in de zomer.", streetName: "Proefstraat" });
  });

  it("leaves exactly one open consent per shared item, also when two people change it at the same time", async () => {
    const { me, housemate } = await neighbours();
    const id = await share(me, "household");
    await Promise.all([show(me, id, "street"), show(housemate, id, "neighbourhood"), show(me, id, "street")]);
    const open = await asWorker((tx) => tx.select({ audience: consent.audience }).from(consent).where(and(eq(consent.subjectId, id), isNull(consent.withdrawnAt))));
    const [item] = await asWorker((tx) => tx.select({ audience: measure.audience }).from(measure).where(eq(measure.id, id)));
    expect(open).toEqual([item]);
  });
});
