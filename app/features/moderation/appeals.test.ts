import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { journalEntry } from "../../../db/schema/journal.ts";
import { appeal, hiding, measure, report } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { moderatedAppeal, openAppeals } from "./appeals.server.ts";
import { decideAppeal } from "./decide-appeal.server.ts";
import { hideReported } from "./hide-reported.server.ts";
import { keepReported } from "./keep-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { moderationQueue } from "./moderation-queue.server.ts";
import { objectTo } from "./object-to.server.ts";
import { ownHiding, ownHidings } from "./own-hidings.server.ts";
import { ownReport } from "./own-report.server.ts";
import { reportItem } from "./report-item.server.ts";
import { moderatedReport, openReports } from "./reports.server.ts";

const why = { rule: "personal_data", duration: "until_changed", reason: "Op de foto staat het kenteken van de buren." } as const;
const objection = "Het is mijn eigen auto op de foto.";
const answer = "De auto is van het huishouden zelf.";

async function measureOf(owner: Resident): Promise<string> {
  return asViewer(owner, (tx) => shareMeasure(tx, owner, { kind: "glazing", state: "done", year: 2021, costRange: null, doneBy: null, audience: "neighbourhood" }));
}
async function reportOn(by: Resident, id: string, category: "personal_data" | "unsafe" | "other" = "personal_data"): Promise<string> {
  return (await asViewer(by, (tx) => reportItem(tx, by, { kind: "measure", id }, { category, note: null })))!;
}
/** Something of `me`, reported by somebody in another street, with two moderators who live elsewhere. */
async function reported() {
  const people = await neighbours();
  const measureId = await measureOf(people.me);
  const reportId = await reportOn(people.otherStreet, measureId);
  const [first, second] = [(await moderator(people.here.code)).viewer, (await moderator(people.here.code)).viewer];
  return { ...people, reporter: people.otherStreet, measureId, reportId, first, second };
}
async function hidden() {
  const all = await reported();
  expect(await hide(all.first, all.reportId)).toBe("hidden");
  const [own] = await asViewer(all.me, (tx) => ownHidings(tx, all.me));
  await deliveredMails();
  return { ...all, hidingId: own!.id };
}
async function kept() {
  const all = await reported();
  expect(await keep(all.first, all.reportId)).toBe("kept");
  await deliveredMails();
  return all;
}
async function appealed(made: { me: Resident; hidingId: string } | { reporter: Resident; reportId: string }): Promise<string> {
  const [who, id] = "hidingId" in made ? [made.me, made.hidingId] : [made.reporter, made.reportId];
  expect(await object(who, id)).toBe("made");
  const [row] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(sql`${id} in (${appeal.hidingId}, ${appeal.reportId})`));
  return row!.id;
}
/** A resident who moderates the neighbourhood as well. */
const asModerator = (resident: Resident): Moderator => ({ ...resident, moderates: [resident.neighbourhoodCode] });
const hide = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => hideReported(tx, id, why));
const keep = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => keepReported(tx, id, { rule: "personal_data", note: "Dit is een eigen ervaring." }));
const look = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => lookAtReported(tx, id, { reason: "appeal", note: null }));
const object = (viewer: Resident, id: string) => asViewer(viewer, (tx) => objectTo(tx, id, objection));
const decide = (viewer: Moderator, id: string, outcome: "upheld" | "overturned" = "overturned") => asViewer(viewer, (tx) => decideAppeal(tx, id, outcome, answer));
const seen = async (viewer: Resident, id: string) => (await asViewer(viewer, (tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.id, id)))).length === 1;
const mailsBySubject = async () => (await deliveredMails()).map(({ to, subject }) => `${subject}: ${to}`).sort();
/** Counted on the calendar of the Netherlands, as the last day to object is: near midnight the server's own calendar has another day. */
const monthsAgo = (months: number) => sql`((now() at time zone 'Europe/Amsterdam') - make_interval(months => ${months}::int)) at time zone 'Europe/Amsterdam'`;

describe.each(databaseKinds)("appeals on %s", (kind) => {
  testDatabase(kind);

  it("keep with a hiding what it rests on, for its household, and give the reporter the outcome and the rule alone", async () => {
    const { me, reporter, reportId, hidingId } = await hidden();
    expect(await asViewer(me, (tx) => ownHiding(tx, me, hidingId))).toMatchObject({ ...why, rulesVersion: "1", appeal: null });
    expect(await asViewer(reporter, (tx) => ownReport(tx, reportId))).toMatchObject({ decision: "hidden", decisionNote: null, rule: "personal_data", rulesVersion: "1" });
    const [row] = await asWorker((tx) => tx.select({ note: report.decisionNote }).from(report).where(eq(report.id, reportId)));
    expect(row, "not even past the screens").toEqual({ note: null });
    expect(await asViewer(reporter, (tx) => ownHiding(tx, reporter, hidingId))).toBeNull();
  });

  it("bring back what was hidden when another moderator overturns it, and tell household and reporter", async () => {
    const { me, housemate, reporter, second, measureId, reportId, hidingId, ...made } = await hidden();
    const id = await appealed({ me, hidingId, ...made });
    expect(await look(second, id)).toMatchObject({ what: "measure", kind: "glazing" });
    expect(await seen(reporter, measureId)).toBe(false);
    expect(await decide(second, id)).toBe("overturned");
    expect(await seen(reporter, measureId)).toBe(true);
    expect(await mailsBySubject()).toEqual(
      [
        `Er is besloten op het bezwaar van je huishouden: ${me.email}`,
        `Er is besloten op het bezwaar van je huishouden: ${housemate.email}`,
        `Je melding is nog eens bekeken: ${reporter.email}`,
      ].sort(),
    );
    expect(await asViewer(housemate, (tx) => ownHidings(tx, housemate))).toMatchObject([{ appeal: { outcome: "overturned", answer, reason: objection } }]);
    const theirs = await asViewer(reporter, (tx) => ownReport(tx, reportId));
    expect(theirs).toMatchObject({ decision: "hidden", review: "overturned", appeal: null });
    expect(JSON.stringify(theirs)).not.toContain(objection);
    expect(await asViewer(reporter, (tx) => tx.select({ id: appeal.id }).from(appeal))).toEqual([]);
  });

  it("leave it hidden when another moderator upholds it, and that is the end of it", async () => {
    const made = await hidden();
    const id = await appealed(made);
    expect(await decide(made.second, id, "upheld")).toBe("upheld");
    expect(await seen(made.reporter, made.measureId)).toBe(false);
    expect(await decide(made.second, id)).toBe("decided");
    expect(await object(made.me, made.hidingId)).toBe("again");
    expect(await asViewer(made.me, (tx) => ownHiding(tx, made.me, made.hidingId))).toMatchObject({ liftedAt: null, appeal: { outcome: "upheld" } });
  });

  it("hide what was kept when another moderator overturns it, in the journal too, and its household can object in its turn", async () => {
    const made = await kept();
    const { me, housemate, reporter, second, measureId, reportId } = made;
    const id = await appealed({ reporter, reportId });
    expect(await decide(second, id)).toBe("overturned");
    expect(await seen(reporter, measureId)).toBe(false);
    const [statement] = await asViewer(me, (tx) => ownHidings(tx, me));
    expect(statement).toMatchObject({ rule: "personal_data", rulesVersion: "1", reason: answer });
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, measureId)))).toContainEqual({ kind: "hiding" });
    expect(await mailsBySubject()).toEqual(
      [`Er is besloten op je bezwaar: ${reporter.email}`, `Iets wat jij deelde is verborgen: ${me.email}`, `Iets wat jij deelde is verborgen: ${housemate.email}`].sort(),
    );
    expect(await asViewer(reporter, (tx) => ownReport(tx, reportId))).toMatchObject({ decision: "kept", review: "overturned", appeal: { outcome: "overturned", answer } });
    for (const other of [me, housemate]) expect(JSON.stringify(await asViewer(other, (tx) => ownHidings(tx, other)))).not.toContain(objection);
    const turn = await appealed({ me, hidingId: statement!.id });
    expect(await decide(second, turn)).toBe("own");
    expect(await decide(made.first, turn)).toBe("overturned");
    expect(await seen(reporter, measureId)).toBe(true);
    expect(await object(reporter, reportId)).toBe("again");
  });

  it("are not for who decided first: not even past the screens", async () => {
    const made = await hidden();
    const id = await appealed(made);
    expect(await decide(made.first, id)).toBe("own");
    expect(await decide(made.first, id, "upheld")).toBe("own");
    expect(await seen(made.reporter, made.measureId)).toBe(false);
    await expect(asWorker((tx) => tx.update(appeal).set({ decidedAt: sql`now()`, decidedBy: made.first.residentId, outcome: "overturned" }).where(eq(appeal.id, id)))).rejects.toThrow();
    expect(await asViewer(made.first, (tx) => moderatedAppeal(tx, made.first, id))).toMatchObject({ mine: true, others: 1 });
    expect(await asViewer(made.second, (tx) => moderatedAppeal(tx, made.second, id))).toMatchObject({ mine: false, reason: objection, firstReason: why.reason });
    expect(await asViewer(made.first, (tx) => liftHiding(tx, made.hidingId)), "while it waits, the hiding waits with it").toBe(false);
  });

  it("wait where there is no other moderator", async () => {
    const people = await neighbours();
    const only = (await moderator(people.here.code)).viewer;
    const reportId = await reportOn(people.otherStreet, await measureOf(people.me));
    await keep(only, reportId);
    const id = await appealed({ reporter: people.otherStreet, reportId });
    expect(await asViewer(only, (tx) => moderationQueue(tx, only))).toMatchObject([{ what: "appeal", id, mine: true }]);
    expect(await asViewer(only, (tx) => moderatedAppeal(tx, only, id))).toMatchObject({ mine: true, others: 0 });
  });

  it("are made once, also by two adults at the same moment", async () => {
    const { me, housemate, hidingId } = await hidden();
    const answers = await Promise.all([object(me, hidingId), object(housemate, hidingId), object(me, hidingId)]);
    expect(answers.sort()).toEqual(["again", "again", "made"]);
    const { reporter, reportId } = await kept();
    expect((await Promise.all([object(reporter, reportId), object(reporter, reportId)])).sort()).toEqual(["again", "made"]);
  });

  it("are too late a day after six months, and in time shortly before", async () => {
    const { me, hidingId } = await hidden();
    await asWorker((tx) => tx.update(hiding).set({ createdAt: sql`${monthsAgo(6)} - interval '1 day'` }).where(eq(hiding.id, hidingId)));
    expect(await object(me, hidingId)).toBe("too_late");
    await asWorker((tx) => tx.update(hiding).set({ createdAt: sql`${monthsAgo(6)} + interval '4 days'` }).where(eq(hiding.id, hidingId)));
    expect(await object(me, hidingId)).toBe("made");
    const { reporter, reportId } = await kept();
    await asWorker((tx) => tx.update(report).set({ closedAt: sql`${monthsAgo(6)} - interval '1 day'` }).where(eq(report.id, reportId)));
    expect(await object(reporter, reportId)).toBe("too_late");
  });

  it("are for those alone whom the decision is about", async () => {
    const made = await hidden();
    for (const other of [made.reporter, made.flatmate, made.stranger]) expect(await object(other, made.hidingId)).toBeNull();
    expect(await object(made.reporter, made.reportId), "hidden is what the reporter asked for").toBeNull();
    const standing = await kept();
    for (const other of [standing.me, standing.flatmate, standing.stranger]) expect(await object(other, standing.reportId)).toBeNull();
    const elsewhere = (await moderator(made.stranger.neighbourhoodCode)).viewer;
    const id = await appealed(made);
    expect(await decide(elsewhere, id)).toBeNull();
    expect(await look(elsewhere, id)).toBeNull();
    expect(await asViewer(elsewhere, async (tx) => [await openAppeals(tx, elsewhere), await moderatedAppeal(tx, elsewhere, id)])).toEqual([[], null]);
    expect(await decide(asModerator({ ...made.stranger, moderates: [] }), id)).toBeNull();
  });

  it("are decided once when two moderators decide at the same moment", async () => {
    const made = await hidden();
    const third = (await moderator(made.here.code)).viewer;
    const id = await appealed(made);
    const answers = await Promise.all([decide(made.second, id), decide(third, id, "upheld")]);
    expect(answers.filter((one) => one === "decided")).toHaveLength(1);
    const [row] = await asWorker((tx) => tx.select({ outcome: appeal.outcome }).from(appeal).where(eq(appeal.id, id)));
    expect(answers).toContain(row!.outcome);
    expect(await seen(made.reporter, made.measureId)).toBe(row!.outcome === "overturned");
  });

  it("need reasons of a length that says something", async () => {
    const { me, hidingId } = await hidden();
    for (const text of ["te kort", "x".repeat(1001)]) await expect(asViewer(me, (tx) => objectTo(tx, hidingId, text))).rejects.toThrow();
  });
});

describe.each(databaseKinds)("what is too close to home on %s", (kind) => {
  testDatabase(kind);

  /** What a moderator can't do with a report and its appeal. */
  async function nothing(viewer: Moderator, reportId: string) {
    expect(await asViewer(viewer, async (tx) => [await openReports(tx, viewer), await moderatedReport(tx, viewer, reportId)])).toEqual([[], null]);
    expect([await look(viewer, reportId), await hide(viewer, reportId), await keep(viewer, reportId)]).toEqual([null, null, null]);
    const queue = await asViewer(viewer, (tx) => moderationQueue(tx, viewer));
    expect(queue.map(({ what }) => what)).toEqual(["other"]);
    for (const secret of [reportId, "personal_data", "measure"]) expect(JSON.stringify(queue)).not.toContain(secret);
  }

  it("is a report about something of one's own household", async () => {
    const { me, housemate, measureId, reportId } = await reported();
    for (const one of [me, housemate]) await nothing(asModerator(one), reportId);
    expect(await asViewer(asModerator(me), (tx) => tx.select({ id: report.id }).from(report).where(eq(report.subjectId, measureId)))).toEqual([]);
  });

  it("is a report that one made, or that one's household made, also about what others reported", async () => {
    const { reporter, me, measureId, reportId, flatmate } = await reported();
    await nothing(asModerator(reporter), reportId);
    expect(await asViewer(asModerator(flatmate), (tx) => openReports(tx, asModerator(flatmate)))).toHaveLength(1);
    await reportOn(flatmate, measureId);
    expect(await hide(asModerator(flatmate), reportId)).toBeNull();
    expect(await seen(reporter, measureId)).toBe(true);
    expect(me.householdId).not.toBe(reporter.householdId);
  });

  it("is a matter between two neighbours of one's own street, and not one with somebody from elsewhere", async () => {
    const { me, sameStreet, flatmate } = await neighbours();
    const between = await reportOn(sameStreet, await measureOf(me));
    await nothing(asModerator(flatmate), between);
    const away = await reported();
    expect(await asViewer(asModerator(away.flatmate), (tx) => openReports(tx, asModerator(away.flatmate))), "the reporter lives in another street").toHaveLength(1);
    expect(await keep(asModerator(away.flatmate), away.reportId)).toBe("kept");
  });

  it("holds for the appeal and for the way back as well", async () => {
    const made = await hidden();
    const id = await appealed(made);
    for (const close of [made.me, made.housemate, made.reporter].map(asModerator)) {
      expect([await decide(close, id), await look(close, id), await asViewer(close, (tx) => moderatedAppeal(tx, close, id))]).toEqual([null, null, null]);
      expect(await asViewer(close, (tx) => liftHiding(tx, made.hidingId))).toBe(false);
      expect(await asViewer(close, (tx) => moderationQueue(tx, close))).toMatchObject([{ what: "other", isAppeal: true }]);
    }
    expect(await seen(made.reporter, made.measureId)).toBe(false);
  });
});

describe.each(databaseKinds)("the queue on %s", (kind) => {
  testDatabase(kind);

  it("has personal data of others first, then what is dangerous, then the rest by age, appeals among them", async () => {
    const { me, otherStreet, here } = await neighbours();
    const [first, second] = [(await moderator(here.code)).viewer, (await moderator(here.code)).viewer];
    const made: Record<string, string> = {};
    for (const [name, category, days] of [["old", "other", 9], ["unsafe", "unsafe", 3], ["new", "other", 1], ["personal", "personal_data", 0], ["kept", "other", 20]] as const) {
      made[name] = await reportOn(otherStreet, await measureOf(me), category);
      await asWorker((tx) => tx.update(report).set({ createdAt: sql`now() - make_interval(days => ${days}::int)` }).where(eq(report.id, made[name]!)));
    }
    await asViewer(first, (tx) => keepReported(tx, made.kept!, { rule: "other", note: "Dit mag blijven staan." }));
    const appealId = await appealed({ reporter: otherStreet, reportId: made.kept! });
    await asWorker((tx) => tx.update(appeal).set({ createdAt: sql`now() - interval '5 days'` }).where(eq(appeal.id, appealId)));
    const queue = await asViewer(second, (tx) => moderationQueue(tx, second));
    expect(queue.map(({ id, days }) => [id, days])).toEqual([[made.personal, 0], [made.unsafe, 3], [made.old, 9], [appealId, 5], [made.new, 1]]);
  });

  it("lets a moderator hide twenty times in 24 hours, also when the last two come at the same moment", async () => {
    const { me, otherStreet, here } = await neighbours();
    const { viewer } = await moderator(here.code);
    const other = (await moderator(here.code)).viewer;
    const measures = [await measureOf(me), await measureOf(me), await measureOf(me)];
    const reports = [await reportOn(otherStreet, measures[0]!), await reportOn(otherStreet, measures[1]!), await reportOn(otherStreet, measures[2]!)];
    const row = { neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, subjectKind: "measure" as const, subjectId: crypto.randomUUID(), moderatorId: viewer.residentId, rule: "other" as const, reason: "Al eerder verborgen." };
    await asWorker((tx) => tx.insert(hiding).values(Array.from({ length: 19 }, () => row)));
    expect((await Promise.all([hide(viewer, reports[0]!), hide(viewer, reports[1]!)])).sort()).toEqual(["hidden", "too_many"]);
    expect(await hide(viewer, reports[2]!)).toBe("too_many");
    expect(await seen(otherStreet, measures[2]!)).toBe(true);
    await keep(other, reports[2]!);
    const id = await appealed({ reporter: otherStreet, reportId: reports[2]! });
    expect(await decide(viewer, id), "hiding on an appeal counts too").toBe("too_many");
    expect(await decide(viewer, id, "upheld")).toBe("upheld");
    await asWorker((tx) => tx.update(hiding).set({ createdAt: sql`now() - interval '25 hours'` }).where(and(eq(hiding.moderatorId, viewer.residentId), eq(hiding.subjectId, row.subjectId))));
    const open = await asViewer(viewer, (tx) => openReports(tx, viewer));
    expect(open).toHaveLength(1);
    expect(await hide(viewer, open[0]!.id), "the next day").toBe("hidden");
  });
});
