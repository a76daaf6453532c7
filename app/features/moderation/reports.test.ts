import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { disclosure } from "../../../db/schema/people.ts";
import { hiding, measure, missingAddress, report, wish } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { neighbourhood } from "../../../tests/support/people.ts";
import { addPhoto } from "../measures/add-photo.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { hideReported } from "./hide-reported.server.ts";
import { keepReported } from "./keep-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { ownReport } from "./own-report.server.ts";
import { ownReports } from "./own-reports.server.ts";
import { reportItem } from "./report-item.server.ts";
import { closedReports, moderatedReport, openReports } from "./reports.server.ts";

const why = { rule: "personal_data", duration: "until_changed", reason: "Op de foto staat het kenteken van de buren." } as const;
const panels = { kind: "solar_panels", state: "done", year: 2021, costRange: null, doneBy: "company" } as const;
const pixel = { mime: "image/webp" as const, width: 1, height: 1, bytes: new Uint8Array([82, 73, 70, 70]) };

/** Something that `me` shares with the street and that a neighbour reported. */
async function reported() {
  const people = await neighbours();
  const { me, sameStreet, here } = people;
  const measureId = await asViewer(me, (tx) => shareMeasure(tx, me, { ...panels, audience: "street", experience: "Van de buren zie je de auto." }));
  const reportId = await fileReport(sameStreet, measureId);
  return { ...people, measureId, reportId, ...(await moderatorsOf(here.code)) };
}

async function fileReport(by: Resident, measureId: string): Promise<string> {
  const id = await asViewer(by, (tx) => reportItem(tx, by, { kind: "measure", id: measureId }, { category: "personal_data", note: "Dat is ons kenteken" }));
  return id!;
}

const moderatorsOf = async (code: string) => ({ here: (await moderator(code)).viewer, elsewhere: (await moderator((await neighbourhood()).code)).viewer });
const looksAt = (household: Resident) => asViewer(household, (tx) => tx.select().from(disclosure));
const seesMeasure = async (viewer: Resident, id: string) => (await asViewer(viewer, (tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.id, id)))).length === 1;
const look = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => lookAtReported(tx, id, { reason: "report", note: "De melding noemt een foto." }));
const hide = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => hideReported(tx, id, why));
const keep = (viewer: Moderator, id: string) => asViewer(viewer, (tx) => keepReported(tx, id, { rule: "personal_data", note: "Dit is een eigen ervaring." }));

describe.each(databaseKinds)("reports on %s", (kind) => {
  testDatabase(kind);

  it("shows a moderator what the neighbours saw, photos included, and not whose home it is", async () => {
    const { me, here, reportId, measureId } = await reported();
    await asViewer(me, (tx) => addPhoto(tx, me, measureId, pixel, "Dak met panelen"));
    const item = await look(here, reportId);
    expect(item).toMatchObject({ what: "measure", kind: "solar_panels", facts: { state: "done", year: 2021 }, audience: "street", experience: "Van de buren zie je de auto." });
    expect(item).toMatchObject({ photos: [{ alt: "Dak met panelen", mime: "image/webp", base64: "UklGRg==" }] });
    for (const id of [me.householdId, me.residentId, me.dwellingId, me.streetId, me.buildingId!]) expect(JSON.stringify(item)).not.toContain(id);
  });

  it("writes every look down where the household reads it, and opening the list or the report is no look", async () => {
    const { me, sameStreet, here, reportId, measureId } = await reported();
    await asViewer(here, async (tx) => [await openReports(tx, here), await moderatedReport(tx, here, reportId)]);
    expect(await looksAt(me)).toEqual([]);
    await look(here, reportId);
    await look(here, reportId);
    const looks = await looksAt(me);
    expect(looks).toHaveLength(2);
    expect(looks[0]).toMatchObject({ actorId: here.residentId, actorRole: "moderator", what: "measure", subjectId: measureId, reason: "report" });
    expect(await looksAt(sameStreet)).toEqual([]);
  });

  it("shows nothing of what its household took back or keeps to itself, and then there is no look to write down", async () => {
    const { me, here, reportId, measureId } = await reported();
    await asWorker((tx) => tx.update(measure).set({ audience: "household" }).where(eq(measure.id, measureId)));
    expect(await look(here, reportId)).toBe("taken-back");
    await asWorker((tx) => tx.update(measure).set({ audience: "street", withdrawnAt: new Date() }).where(eq(measure.id, measureId)));
    expect(await look(here, reportId)).toBe("taken-back");
    expect(await looksAt(me)).toEqual([]);
  });

  it("shows a reported wish", async () => {
    const { me, sameStreet, here } = await reported();
    const [made] = await asWorker((tx) =>
      tx
        .insert(wish)
        .values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, streetId: me.streetId, buildingId: me.buildingId, dwellingId: me.dwellingId, residentId: me.residentId, scope: "neighbourhood", title: "Een deelauto", audience: "neighbourhood" })
        .returning({ id: wish.id }),
    );
    const id = await asViewer(sameStreet, (tx) => reportItem(tx, sameStreet, { kind: "wish", id: made!.id }, { category: "advertising", note: null }));
    expect(await look(here, id!)).toMatchObject({ what: "wish", title: "Een deelauto", note: null });
  });

  it("never tells a moderator who reported", async () => {
    const { sameStreet, here, reportId } = await reported();
    const seen = JSON.stringify(await asViewer(here, async (tx) => [await openReports(tx, here), await moderatedReport(tx, here, reportId)]));
    expect(seen).toContain(reportId);
    for (const id of [sameStreet.residentId, sameStreet.householdId]) expect(seen).not.toContain(id);
  });

  it("hides with reasons: neighbours don't see it, its household reads why, and everybody concerned gets a mail", async () => {
    const { me, housemate, flatmate, sameStreet, here, reportId, measureId } = await reported();
    const again = await fileReport(flatmate, measureId);
    await deliveredMails();
    expect(await hide(here, reportId)).toBe("hidden");
    expect(await seesMeasure(sameStreet, measureId)).toBe(false);
    const [statement] = await asViewer(housemate, (tx) => tx.select().from(hiding));
    expect(statement).toMatchObject({ ...why, subjectKind: "measure", subjectId: measureId, liftedAt: null });
    const closed = await asViewer(here, (tx) => closedReports(tx, here));
    expect(closed.map(({ id, decision, decisionNote }) => ({ id, decision, decisionNote })).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [reportId, again].sort().map((id) => ({ id, decision: "hidden", decisionNote: why.reason })),
    );
    const mails = await deliveredMails();
    const to = (subject: string) => mails.filter((mail) => mail.subject === subject).map((mail) => mail.to).sort();
    const emails = (...adults: { email: string }[]) => adults.map(({ email }) => email).sort();
    expect(to("Iets wat jij deelde is verborgen")).toEqual(emails(me, housemate));
    expect(to("Je melding is bekeken")).toEqual(emails(sameStreet, flatmate));
    for (const mail of mails) expect(mail.text + mail.html).not.toContain("kenteken");
  });

  it("decides once, also when two moderators decide at the same moment", async () => {
    const { here, me, reportId, measureId } = await reported();
    const second = (await moderator(me.neighbourhoodCode)).viewer;
    const answers = await Promise.all([hide(here, reportId), hide(second, reportId), keep(second, reportId)]);
    expect(answers.filter((answer) => answer !== "decided")).toHaveLength(1);
    const hidings = await asWorker((tx) => tx.select({ id: hiding.id }).from(hiding).where(eq(hiding.subjectId, measureId)));
    expect(hidings.length).toBeLessThanOrEqual(1);
  });

  it("shows the item again when the hiding is lifted, and tells its household", async () => {
    const { me, housemate, sameStreet, here, reportId, measureId } = await reported();
    await hide(here, reportId);
    const { hidingId } = (await asViewer(here, (tx) => moderatedReport(tx, here, reportId)))!;
    await deliveredMails();
    expect(await asViewer(here, (tx) => liftHiding(tx, hidingId!))).toBe(true);
    expect(await asViewer(here, (tx) => liftHiding(tx, hidingId!))).toBe(false);
    expect(await seesMeasure(sameStreet, measureId)).toBe(true);
    expect((await asViewer(here, (tx) => moderatedReport(tx, here, reportId)))!.hidingId).toBeNull();
    expect((await deliveredMails()).map((mail) => mail.to).sort()).toEqual([me.email, housemate.email].sort());
  });

  it("leaves it as it is with a note that only its reporter reads", async () => {
    const { me, flatmate, sameStreet, here, reportId, measureId } = await reported();
    await deliveredMails();
    expect(await keep(here, reportId)).toBe("kept");
    expect(await keep(here, reportId)).toBe("decided");
    expect(await seesMeasure(sameStreet, measureId)).toBe(true);
    expect(await asViewer(sameStreet, (tx) => ownReports(tx))).toMatchObject([{ id: reportId, decision: "kept" }]);
    expect(await asViewer(sameStreet, (tx) => ownReport(tx, reportId))).toMatchObject({ decision: "kept", decisionNote: "Dit is een eigen ervaring.", rule: "personal_data", rulesVersion: "1" });
    for (const other of [me, flatmate]) expect(await asViewer(other, (tx) => tx.select({ id: report.id }).from(report))).toEqual([]);
    expect((await deliveredMails()).map((mail) => mail.to)).toEqual([sameStreet.email]);
  });

  it("gives a moderator of another neighbourhood nothing: no list, no look, no decision", async () => {
    const { me, here, elsewhere, reportId, measureId, sameStreet } = await reported();
    expect(await asViewer(elsewhere, async (tx) => [await openReports(tx, elsewhere), await closedReports(tx, elsewhere), await moderatedReport(tx, elsewhere, reportId)])).toEqual([[], [], null]);
    expect(await look(elsewhere, reportId)).toBeNull();
    expect(await hide(elsewhere, reportId)).toBeNull();
    expect(await keep(elsewhere, reportId)).toBeNull();
    await hide(here, reportId);
    const { hidingId } = (await asViewer(here, (tx) => moderatedReport(tx, here, reportId)))!;
    expect(await asViewer(elsewhere, (tx) => liftHiding(tx, hidingId!))).toBe(false);
    expect(await seesMeasure(sameStreet, measureId)).toBe(false);
    expect(await looksAt(me)).toEqual([]);
  });

  it("keeps from a moderator who reported something, and the address of who misses one, also past the screens", async () => {
    const { here, sameStreet, reportId } = await reported();
    await asWorker((tx) => tx.insert(missingAddress).values({ neighbourhoodCode: here.moderates[0], postcode: "1234XX", houseNumber: "1", email: "wie@voorbeeld.test" }));
    expect(await asViewer(here, async (tx) => [(await tx.select({ note: report.note }).from(report)).length, (await tx.select({ note: missingAddress.note }).from(missingAddress)).length])).toEqual([1, 1]);
    for (const column of [report.reporterId, report.reporterHouseholdId]) {
      await expect(asViewer(here, (tx) => tx.select({ id: report.id }).from(report).where(eq(column, sameStreet.residentId)))).rejects.toMatchObject({ cause: { code: "42501" } });
    }
    await expect(asViewer(here, (tx) => tx.select({ email: missingAddress.email }).from(missingAddress))).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await asViewer(here, (tx) => ownReports(tx))).toEqual([]);
    expect((await asViewer(sameStreet, (tx) => ownReports(tx))).map(({ id }) => id)).toEqual([reportId]);
  });

  it("gives a resident nothing of a moderator's, and who didn't show the second step neither", async () => {
    const { me, sameStreet, here, reportId } = await reported();
    for (const viewer of [me, sameStreet, { ...here, moderates: [] }]) {
      expect(await asViewer(viewer, (tx) => lookAtReported(tx, reportId, { reason: "report", note: null }))).toBeNull();
      expect(await asViewer(viewer, (tx) => hideReported(tx, reportId, why))).toBeNull();
    }
    expect(await looksAt(me)).toEqual([]);
  });
});
