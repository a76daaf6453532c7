import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as inFolder } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { jointRequest, jointRequestPart } from "../../../db/schema/joint.ts";
import { disclosure, membership, roleGrant } from "../../../db/schema/people.ts";
import { organisation } from "../../../db/schema/register.ts";
import { appeal, hiding, report } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, resident } from "../../../tests/support/people.ts";
import { forgetTraces } from "../privacy/forget-traces.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { currentViewer, requireModerator } from "../session/guards.server.ts";
import type { Moderator, PropertyManager, Resident } from "../session/viewer.ts";
import { answerRequest } from "../together/answer-request.server.ts";
import { buildingRequests, namesIn } from "../together/building-requests.server.ts";
import { requestsToMe } from "../together/requests-to-me.server.ts";
import { startRequest } from "../together/start-request.server.ts";
import { stopTakingPart } from "../together/stop-taking-part.server.ts";
import { takePart } from "../together/take-part.server.ts";
import { aroundReport } from "./around-report.server.ts";
import { decideAppeal } from "./decide-appeal.server.ts";
import { hideReported } from "./hide-reported.server.ts";
import { keepReported } from "./keep-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { objectTo } from "./object-to.server.ts";
import { ownDisclosures, ownHidings } from "./own-hidings.server.ts";
import { reportItem } from "./report-item.server.ts";
import { moderatedReport, openReports } from "./reports.server.ts";

const text = "Mogen er zonnepanelen op het dak? Vraag het aan Jansen van nummer 3.";
const why = { rule: "personal_data", duration: "until_changed", reason: "Er staat een naam met een huisnummer in." } as const;

const fileReport = (who: Resident, id: string) => asViewer(who, (tx) => reportItem(tx, who, { kind: "joint_request", id }, { category: "personal_data", note: null }));
const look = (who: Moderator, id: string) => asViewer(who, (tx) => lookAtReported(tx, id, { reason: "report", note: null }));
const hide = (who: Moderator, id: string) => asViewer(who, (tx) => hideReported(tx, id, why));
const keep = (who: Moderator, id: string) => asViewer(who, (tx) => keepReported(tx, id, { rule: "personal_data", note: "Dit is geen naam van iemand." }));
const seen = async (who: Resident, id: string) => (await asViewer(who, (tx) => buildingRequests(tx, who, id)))[0];
const leave = (who: Resident, id: string) => asViewer(who, (tx) => stopTakingPart(tx, who, id));
const join = (who: Resident, id: string) => asViewer(who, (tx) => takePart(tx, who, id, true));
const hidingsOf = (who: Resident) => asViewer(who, (tx) => ownHidings(tx, who));
const counts = (who: Resident) => asViewer(who, (tx) => tx.select({ id: sql<string>`c.request_id` }).from(sql`viewer.joint_request_counts() c`));

/** Of three households in one building, sent to its manager; reported by a fourth that takes no part in it. */
async function reported() {
  const town = await neighbours();
  const { me, flatmate, here } = town;
  const inBuilding = async (displayName: string) => {
    const door = await dwelling(here.code, { streetId: me.streetId, buildingId: me.buildingId! });
    return asResident(await resident(await household(door), { displayName }), { displayName });
  };
  const [third, fourth] = [await inBuilding("Tineke"), await inBuilding("Vera")];
  const { id: managerId } = await accountWithoutHome();
  const organisationId = await asWorker(async (tx) => {
    const [made] = await tx.insert(organisation).values({ kind: "housing_corporation", name: `Wonen ${managerId}` }).returning({ id: organisation.id });
    await tx.insert(roleGrant).values({ accountId: managerId, role: "property_manager", neighbourhoodCode: here.code, buildingId: me.buildingId!, organisationId: made!.id });
    return made!.id;
  });
  const manager = (await currentViewer(requestTo("/", await logIn(managerId)))) as PropertyManager;
  const id = (await asViewer(me, (tx) => startRequest(tx, me, { organisationId, kind: "solar_panels", text, withName: false })))!;
  for (const who of [flatmate, third]) await join(who, id);
  const reportId = (await fileReport(fourth, id))!;
  const [first, second] = [(await moderator(here.code)).viewer, (await moderator(here.code)).viewer];
  return { ...town, third, fourth, manager, managerId, organisationId, id, reportId, first, second };
}

describe.each(databaseKinds)("reports about joint requests on %s", (kind) => {
  const database = testDatabase(kind);

  it("are looked at with a trace for the household that answers, and shown without whose home it is", async () => {
    const { me, flatmate, first, organisationId, id, reportId } = await reported();
    const [waiting] = await asViewer(first, (tx) => openReports(tx, first));
    expect(waiting).toMatchObject({ id: reportId, subjectKind: "joint_request" });
    expect((await asViewer(first, (tx) => aroundReport(tx, reportId))).standing).toEqual({ takenBack: false, audience: "building", hidden: false, changedAt: null });
    const item = await look(first, reportId);
    const [asked] = await asWorker((tx) => tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId)));
    expect(item).toEqual({ what: "joint_request", kind: "solar_panels", organisation: asked!.name, note: text, shownName: "Tineke", audience: "building" });
    for (const secret of [me.householdId, me.residentId, me.buildingId!]) expect(JSON.stringify(item)).not.toContain(secret);
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toMatchObject([{ what: "joint_request", reason: "report" }]);
    expect(await asViewer(flatmate, (tx) => tx.select().from(disclosure).where(eq(disclosure.subjectId, id)))).toEqual([]);
  });

  it("hide it from the building and its manager, but not from who answers for it, until another moderator decides otherwise", async () => {
    const { me, housemate, flatmate, third, fourth, manager, first, second, id, reportId } = await reported();
    expect([(await seen(fourth, id))!.ours, (await seen(housemate, id))!.ours]).toEqual([false, true]);
    expect(await hide(first, reportId)).toBe("hidden");
    for (const other of [flatmate, third, fourth]) {
      expect([await seen(other, id), (await counts(other)).length, await join(other, id)]).toEqual([undefined, 0, false]);
      expect(await hidingsOf(other)).toEqual([]);
    }
    expect(await asViewer(fourth, (tx) => namesIn(tx, id))).toEqual([]);
    expect([await requestsToMe(manager), await answerRequest(manager, id, { answer: "no", byDay: null, text: "Het dak is oud" })]).toEqual([[], null]);
    // A part that is put into the table without asking the application.
    const { householdId, residentId, neighbourhoodCode } = fourth;
    const part = { requestId: id, buildingId: fourth.buildingId!, householdId, residentId, neighbourhoodCode };
    await expect(asViewer(fourth, (tx) => tx.insert(jointRequestPart).values(part))).rejects.toMatchObject({ cause: { code: "42501" } });

    const [decision] = await hidingsOf(housemate);
    expect(decision).toMatchObject({ subjectKind: "joint_request", subject: { kind: "solar_panels" }, duration: "for_good", rule: why.rule, reason: why.reason });
    expect(await seen(housemate, id)).toMatchObject({ hidden: true, hidingId: decision!.id, households: 3 });
    expect((await ownData(me)).jointRequest).toMatchObject([{ id }]);
    const again = await asViewer(housemate, (tx) => tx.select({ outcome: sql`viewer.ask_second_look(${decision!.id})` }).from(sql`(select) as nothing`));
    expect(again[0]!.outcome, "its text can't be changed").toBeNull();

    expect(await asViewer(flatmate, (tx) => objectTo(tx, decision!.id, "Dit mag blijven staan."))).toBeNull();
    expect(await asViewer(housemate, (tx) => objectTo(tx, decision!.id, "Jansen vond het zelf goed."))).toBe("made");
    const [asked] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.hidingId, decision!.id)));
    const decide = (who: Moderator) => asViewer(who, (tx) => decideAppeal(tx, asked!.id, "overturned", "De naam staat er met toestemming."));
    expect(await decide(first)).toBe("own");
    expect(await look(second, asked!.id)).toMatchObject({ note: text });
    expect(await decide(second)).toBe("overturned");
    for (const other of [flatmate, fourth]) expect(await seen(other, id)).toMatchObject({ hidden: false, households: 3 });
    expect((await requestsToMe(manager)).map((each) => each.id)).toEqual([id]);
    expect(await join(fourth, id)).toBe(true);
  });

  it("are put right again by lifting, and an objection to keeping hides for good", async () => {
    const { fourth, first, second, id, reportId } = await reported();
    await hide(first, reportId);
    const { hidingId } = (await asViewer(first, (tx) => moderatedReport(tx, first, reportId)))!;
    expect(await asViewer(first, (tx) => liftHiding(tx, hidingId!))).toBe(true);
    expect(await seen(fourth, id)).toBeDefined();
    const next = (await fileReport(fourth, id))!;
    expect(await keep(first, next)).toBe("kept");
    expect(await asViewer(fourth, (tx) => objectTo(tx, next, "Jansen weet hier niets van."))).toBe("made");
    const [asked] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.reportId, next)));
    expect(await asViewer(second, (tx) => decideAppeal(tx, asked!.id, "overturned", "Er staat een naam in."))).toBe("overturned");
    expect(await seen(fourth, id)).toBeUndefined();
    const standing = await asWorker((tx) => tx.select({ duration: hiding.duration }).from(hiding).where(and(eq(hiding.subjectId, id), sql`${hiding.liftedAt} is null`)));
    expect(standing).toEqual([{ duration: "for_good" }]);
  });

  it("are not for the own household, nor for another building or neighbourhood: the database refuses it too", async () => {
    const { me, housemate, flatmate, sameStreet, stranger, fourth, id } = await reported();
    for (const other of [me, housemate, sameStreet, stranger]) {
      expect(await fileReport(other, id)).toBeNull();
      const { residentId: reporterId, householdId: reporterHouseholdId, neighbourhoodCode } = other;
      const row = { receipt: "ABCDEFGH", neighbourhoodCode, reporterId, reporterHouseholdId, subjectKind: "joint_request" as const, subjectId: id, category: "other" as const };
      await expect(asViewer(other, (tx) => tx.insert(report).values(row))).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    for (const other of [flatmate, fourth]) expect(await fileReport(other, id)).not.toBeNull();
  });

  it("concern the next household when who started it leaves; and when nobody answers for it, it is as good as taken back", async () => {
    const { me, housemate, flatmate, third, fourth, manager, first, id, reportId } = await reported();
    const ours = async () => Promise.all([me, flatmate, third].map(async (who) => (await seen(who, id))?.ours));
    await leave(me, id);
    expect(await ours()).toEqual([false, true, false]);
    await leave(flatmate, id);
    expect(await ours()).toEqual([false, false, true]);
    await leave(third, id);
    expect(await ours(), "who started it lives there").toEqual([true, false, false]);
    await asWorker((tx) => tx.update(membership).set({ endedAt: new Date(), endedReason: "moved" }).where(eq(membership.residentId, me.residentId)));
    expect([await seen(housemate, id), await seen(fourth, id), (await requestsToMe(manager)).length]).toEqual([undefined, undefined, 0]);
    expect([await look(first, reportId), await hide(first, reportId), (await asViewer(first, (tx) => aroundReport(tx, reportId))).standing?.takenBack]).toEqual(["taken-back", null, true]);
    expect(await keep(first, reportId)).toBe("kept");
  });

  it("are for a moderator who lives in another building and another street, and doesn't manage the building", async () => {
    const { here, me, otherStreet, sameStreet, fourth, manager, managerId, first, reportId } = await reported();
    const aroundTheCorner = await resident(await household(await dwelling(here.code, { buildingId: me.buildingId! })));
    const asModerator = async (accountId: string) => {
      await moderatorOf(accountId, here.code);
      return requireModerator(requestTo("/beheer", await logIn(accountId, { staff: true })));
    };
    for (const [who, theirs] of [[otherStreet.accountId, true], [sameStreet.accountId, false], [fourth.accountId, false], [aroundTheCorner.residentId, false], [managerId, false]] as const) {
      const viewer = await asModerator(who);
      expect((await asViewer({ ...viewer, manages: who === managerId ? manager.manages : [] }, (tx) => moderatedReport(tx, viewer, reportId))) !== null, who).toBe(theirs);
    }
    expect(await hide(first, reportId)).toBe("hidden");
  });

  it("hide it again when a backup from before is restored, for who answers then", async () => {
    vi.stubEnv("JOURNAL_FILE", inFolder(mkdtempSync(inFolder(tmpdir(), "buurhof-journal-")), "journal.txt"));
    const { me, fourth, first, id, reportId } = await reported();
    await hide(first, reportId);
    const [decision] = await hidingsOf(me);
    await asWorker(async (tx) => {
      await tx.delete(hiding).where(eq(hiding.id, decision!.id));
      await tx.update(jointRequest).set({ hiddenAt: null }).where(eq(jointRequest.id, id));
    });
    await asOwner(database, "delete from journal_entry");
    expect(await seen(fourth, id)).toBeDefined();
    await replayJournal(database.connection);
    expect([await seen(fourth, id), (await seen(me, id))!.hidingId]).toEqual([undefined, decision!.id]);
    vi.unstubAllEnvs();
  });

  it("leave nothing hidden that nobody can object to any more", async () => {
    const { first, id, reportId } = await reported();
    await hide(first, reportId);
    const there = () => asWorker((tx) => tx.select({ id: jointRequest.id }).from(jointRequest).where(eq(jointRequest.id, id)));
    await forgetTraces();
    expect(await there()).toHaveLength(1);
    await asWorker((tx) => tx.delete(hiding).where(eq(hiding.subjectId, id)));
    await forgetTraces();
    expect(await there()).toEqual([]);
  });
});
