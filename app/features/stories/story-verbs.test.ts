import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { type Audience, consent, disclosure } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { hiding, report, story } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { consentBook } from "../consent/consent-book.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { splitHousehold } from "../households/split-household.server.ts";
import { itemsAtHome } from "../map/items-at-home.server.ts";
import { openAppeals } from "../moderation/appeals.server.ts";
import { decideAppeal } from "../moderation/decide-appeal.server.ts";
import { hideReported } from "../moderation/hide-reported.server.ts";
import { lookAtReported } from "../moderation/look-at-reported.server.ts";
import { objectTo } from "../moderation/object-to.server.ts";
import { ownHidings } from "../moderation/own-hidings.server.ts";
import { publishAnnouncement } from "../moderation/publish-announcement.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { withdrawAnnouncement } from "../moderation/withdraw-announcement.server.ts";
import { newestShared } from "../neighbourhood/newest-shared.server.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { eraseWithdrawn } from "../sharing/erase-withdrawn.server.ts";
import { narrowAudiences } from "../sharing/narrow-audiences.server.ts";
import { ownItems } from "../sharing/own-items.server.ts";
import { agenda } from "./agenda.server.ts";
import { changeStory } from "./change-story.server.ts";
import { changeStoryAudience } from "./change-story-audience.server.ts";
import { findStory } from "./find-story.server.ts";
import { restoreStory } from "./restore-story.server.ts";
import { shareStory } from "./share-story.server.ts";
import { withdrawStory } from "./withdraw-story.server.ts";

const text = { indicator: "gas", title: "Samen minder gas", body: "Ons blok stookt sinds vorig jaar lager." } as const;
const tell = (who: Resident, audience: Audience, more: object = {}) => asViewer(who, (tx) => shareStory(tx, who, { ...text, ...more, audience }));
const find = (who: Resident, id: string) => asViewer(who, (tx) => findStory(tx, who, id));
const told = async (who: Resident) => (await asViewer(who, (tx) => agenda(tx, who))).items;
const openConsents = (who: Resident) =>
  asWorker((tx) => tx.select({ purpose: consent.purpose, audience: consent.audience, subject: consent.subjectId }).from(consent).where(and(eq(consent.residentId, who.residentId), isNull(consent.withdrawnAt))));

describe.each(databaseKinds)("stories beside the figures on %s", (kind) => {
  testDatabase(kind);

  it("reach their audience and nobody else, under the text of that audience", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet, stranger } = await neighbours();
    const readers = { household: [housemate], building: [housemate, flatmate], street: [housemate, flatmate, sameStreet], neighbourhood: [housemate, flatmate, sameStreet, otherStreet] };
    for (const [audience, may] of Object.entries(readers) as [Audience, Resident[]][]) {
      const id = await tell(me, audience);
      for (const who of [housemate, flatmate, sameStreet, otherStreet, stranger]) expect((await find(who, id)) !== null, audience).toBe(may.includes(who));
      const mine = (await openConsents(me)).filter(({ subject }) => subject === id);
      expect(mine).toEqual(audience === "household" ? [] : [{ purpose: "share_story", audience, subject: id }]);
    }
    const [line] = (await asViewer(me, (tx) => consentBook(tx, me))).filter(({ audience }) => audience === "neighbourhood");
    expect(line).toMatchObject({ title: text.title, textShown: expect.stringContaining("Proefbuurt die hun adres hebben bevestigd, zien dit verhaal") });
    expect((await told(otherStreet)).map(({ title, own, by }) => ({ title, own, by }))).toEqual([{ title: text.title, own: false, by: "resident" }]);
  });

  it("are refused for a street of few homes, and kept once when the form is sent twice", async () => {
    const { me } = await neighbours({ homesInStreet: 9 });
    await expect(tell(me, "street")).rejects.toMatchObject({ reason: "audience_too_small" });
    const id = crypto.randomUUID();
    expect([await tell(me, "neighbourhood", { id }), await tell(me, "neighbourhood", { id })]).toEqual([id, id]);
    expect(await told(me)).toHaveLength(1);
  });

  it("never say at which home they belong: not on their page, not in the agenda, and not on the map", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await tell(me, "neighbourhood");
    expect((await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, null))).items).toMatchObject([{ type: "story", id, title: text.title, indicator: "gas", streetName: "Proefstraat" }]);
    const seen = JSON.stringify([await find(sameStreet, id), await told(sameStreet), await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, null))]);
    for (const secret of [me.dwellingId, me.householdId, me.residentId, me.buildingId!]) expect(seen).not.toContain(secret);
    expect(await asViewer(sameStreet, (tx) => itemsAtHome(tx, sameStreet, [me.dwellingId]))).toEqual([]);
  });

  it("are changed by their own household only, and shown to fewer or more people anew", async () => {
    const { me, housemate, sameStreet, otherStreet } = await neighbours();
    const id = await tell(me, "street");
    expect(await asViewer(sameStreet, (tx) => changeStory(tx, sameStreet, id, { ...text, title: "Van een ander" }))).toBe(false);
    expect(await asViewer(housemate, (tx) => changeStory(tx, housemate, id, { ...text, indicator: "ages", title: "Beter zo" }))).toBe(true);
    expect(await find(sameStreet, id)).toMatchObject({ indicator: "ages", title: "Beter zo" });
    await asViewer(me, (tx) => changeStoryAudience(tx, me, id, "neighbourhood"));
    expect(await find(otherStreet, id)).not.toBeNull();
    const [given] = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.subjectId, id), isNull(consent.withdrawnAt))));
    expect(await asViewer(me, (tx) => withdrawConsent(tx, me, given!.id))).toBe(true);
    expect([await find(sameStreet, id), (await find(me, id))?.audience]).toEqual([null, "household"]);
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, id)));
    expect(lines).toEqual([{ kind: "narrowing" }]);
  });

  it("are gone when they are taken back, can be put back, and are erased after seven days", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await tell(me, "neighbourhood");
    expect(await asViewer(sameStreet, (tx) => withdrawStory(tx, sameStreet, id))).toBe(false);
    await asViewer(me, (tx) => withdrawStory(tx, me, id));
    expect([await find(sameStreet, id), await told(sameStreet), await told(me), await openConsents(me)]).toEqual([null, [], [], []]);
    expect(await asViewer(me, (tx) => ownItems(tx, me))).toMatchObject([{ id, type: "story", withdrawnAt: expect.any(String) }]);
    expect(await asViewer(me, (tx) => restoreStory(tx, me, id))).toBe("neighbourhood");
    expect([(await told(sameStreet)).length, await openConsents(me)]).toEqual([1, [{ purpose: "share_story", audience: "neighbourhood", subject: id }]]);
    await asViewer(me, (tx) => withdrawStory(tx, me, id));
    await asWorker((tx) => tx.update(story).set({ withdrawnAt: sql`now() - interval '8 days'` }).where(eq(story.id, id)));
    await expect(asViewer(me, (tx) => restoreStory(tx, me, id))).rejects.toMatchObject({ reason: "too_late" });
    expect(await asWorker(eraseWithdrawn)).toBe(1);
    expect(await find(me, id)).toBeNull();
  });

  it("are reported, hidden with reasons, and come back when another moderator overturns that", async () => {
    const { me, sameStreet, otherStreet, here } = await neighbours();
    const [{ viewer: first }, { viewer: second }] = [await moderator(here.code), await moderator(here.code)];
    const id = await tell(me, "neighbourhood");
    const reported = await asViewer(sameStreet, (tx) => reportItem(tx, sameStreet, { kind: "story", id }, { category: "untrue", note: null }));
    expect(await asViewer(me, (tx) => reportItem(tx, me, { kind: "story", id }, { category: "untrue", note: null })), "their own").toBeNull();
    expect(await asViewer(first, (tx) => lookAtReported(tx, reported!, { reason: "report", note: null }))).toMatchObject({ what: "story", indicator: "gas", title: text.title, note: text.body });
    expect(await asViewer(me, (tx) => tx.select({ what: disclosure.what, subject: disclosure.subjectId }).from(disclosure))).toEqual([{ what: "story", subject: id }]);
    expect(await asViewer(first, (tx) => hideReported(tx, reported!, { rule: "untrue", duration: "for_good", reason: "Dit klopt niet met de cijfers." }))).toBe("hidden");
    expect([await find(otherStreet, id), await told(otherStreet), (await told(me)).length]).toEqual([null, [], 0]);
    const [decision] = await asViewer(me, (tx) => ownHidings(tx, me));
    expect(decision).toMatchObject({ subjectKind: "story", subject: { title: text.title } });
    expect(await asViewer(me, (tx) => objectTo(tx, decision!.id, "Het is wat wij zelf meemaakten."))).toBe("made");
    const [appeal] = await asViewer(second, (tx) => openAppeals(tx, second));
    expect(await asViewer(second, (tx) => decideAppeal(tx, appeal!.id, "overturned", "Het is een eigen ervaring."))).toBe("overturned");
    expect(await find(otherStreet, id)).not.toBeNull();
  });

  it("are out of sight between two households when one blocks the other", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [mine, theirs] = [await tell(me, "neighbourhood"), await tell(sameStreet, "neighbourhood")];
    await asViewer(me, async (tx) => blockNeighbour(tx, me, (await neighbourBehind(tx, me, { what: "story", id: theirs }))!));
    expect([await find(me, theirs), await find(sameStreet, mine)]).toEqual([null, null]);
    expect([(await told(me)).length, (await told(sameStreet)).length, (await told(otherStreet)).length]).toEqual([1, 1, 2]);
  });

  it("carry the name that was chosen, fall back when their street gets too small, and move along with who splits off", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const [mine, theirs] = [await tell(me, "street"), await tell(housemate, "neighbourhood")];
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    expect([(await find(sameStreet, mine))?.shownName, (await find(sameStreet, theirs))?.shownName]).toEqual(["Noor", null]);
    await asWorker((tx) => tx.execute(sql`update street_in_neighbourhood set home_count = 9 where street_id = ${me.streetId}`));
    expect(await asWorker(narrowAudiences)).toBe(1);
    expect([await find(sameStreet, mine), (await find(me, mine))?.audience]).toEqual([null, "household"]);
    expect(await splitHousehold(housemate)).toBe("split");
    expect([await find(sameStreet, theirs), await find(me, theirs)]).toEqual([null, null]);
  });

  it("are in the own export, and are erased with whoever told them", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    const id = await tell(leaver, "neighbourhood");
    await asViewer(me, (tx) => reportItem(tx, me, { kind: "story", id }, { category: "other", note: null }));
    expect((await ownData({ ...leaver, moderates: [] })).story).toMatchObject([{ id, ...text }]);
    expect((await ownData({ ...me, moderates: [] })).story).toEqual([]);
    await requestErasure(leaver);
    expect([await find(me, id), await told(me)]).toEqual([null, []]);
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now() - interval '1 minute'` }).where(eq(erasure.accountId, leaver.accountId)));
    await eraseDue();
    const left = await asWorker(async (tx) => [await tx.select({ id: story.id }).from(story).where(eq(story.id, id)), await tx.select({ id: report.id }).from(report).where(eq(report.subjectId, id)), await tx.select({ id: hiding.id }).from(hiding).where(eq(hiding.subjectId, id))]);
    expect(left).toEqual([[], [], []]);
  });

  it("stand beside what a moderator announced about the same figure, until that is taken back", async () => {
    const { me, stranger, here } = await neighbours();
    const { viewer } = await moderator(here.code);
    await tell(me, "neighbourhood", { title: "Eerst een verhaal" });
    const words = { neighbourhoodCode: here.code, shownName: "Sanne van de coöperatie", body: "Komt allen." };
    const id = await asViewer(viewer, (tx) => publishAnnouncement(tx, viewer, { ...words, title: "Avond over gas", indicator: "gas" }));
    await asViewer(viewer, (tx) => publishAnnouncement(tx, viewer, { ...words, title: "Zonder cijfer" }));
    expect((await told(me)).map(({ title, by, shownName }) => [title, by, shownName])).toEqual([["Avond over gas", "moderator", words.shownName], ["Eerst een verhaal", "resident", null]]);
    expect(await told(stranger)).toEqual([]);
    await asViewer(viewer, (tx) => withdrawAnnouncement(tx, id));
    expect((await told(me)).map(({ title }) => title)).toEqual(["Eerst een verhaal"]);
  });
});
