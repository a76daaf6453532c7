import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, household, membership, resident as residentTable } from "../../../db/schema/people.ts";
import { block, measure, outbox, photo, wish } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { household as householdAt, resident as residentAt } from "../../../tests/support/people.ts";
import { inDays, moderating, opened, ordered, signUpNow, step } from "../../../tests/support/purchases.ts";
import { consentBook } from "../consent/consent-book.server.ts";
import { changeMeasureAudience } from "../measures/change-measure-audience.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { passDay } from "../purchases/days-of-purchases.server.ts";
import { ownSignUp } from "../purchases/own-sign-up.server.ts";
import { putOnHome } from "../purchases/put-on-home.server.ts";
import { currentViewer, isResident } from "../session/guards.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { moveOut } from "./move-out.server.ts";
import { mayReturnUntil, returnHome } from "./return-home.server.ts";
import { splitHousehold } from "./split-household.server.ts";

const share = (who: Resident, audience: "household" | "street" = "street") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "induction", state: "done", year: null, costRange: null, doneBy: null, audience }));
const sees = (who: Resident, id: string) => asViewer(who, async (tx) => (await findMeasure(tx, who, id)) !== null);
const now = async (who: { accountId: string }) => (await currentViewer(requestTo("/", await logIn(who.accountId)))) as AccountViewer;
const home = async (who: { accountId: string }) => {
  const viewer = await now(who);
  if (!isResident(viewer)) throw new Error("has no home");
  return viewer;
};
const mailsTo = async (who: Resident) => (await asWorker((tx) => tx.select({ template: outbox.template }).from(outbox).where(eq(outbox.accountId, who.accountId)))).map(({ template }) => template);
const endedOf = async (who: Resident) => (await asWorker((tx) => tx.select({ endedAt: household.endedAt }).from(household).where(eq(household.id, who.householdId))))[0]!.endedAt;
const daysPass = (who: Resident, days: number) =>
  asWorker((tx) => tx.update(membership).set({ endedAt: sql`${membership.endedAt} - make_interval(days => ${days}::int)` }).where(and(eq(membership.residentId, who.residentId), eq(membership.endedReason, "moved"))));

describe.each(databaseKinds)("moving out on %s", (kind) => {
  testDatabase(kind);

  it("ends one's own membership and hides one's own things at once; the household goes on, and is told", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const [mine, theirs] = [await share(me), await share(housemate)];
    const dream = await asViewer(sameStreet, (tx) => shareWish(tx, sameStreet, { scope: "neighbourhood", title: "Een moestuin", audience: "street" }));
    await asViewer(me, (tx) => joinWish(tx, me, dream));
    expect(await moveOut(me)).toBe(true);
    expect([await sees(sameStreet, mine), await sees(sameStreet, theirs)]).toEqual([false, true]);
    expect((await asViewer(housemate, (tx) => findMeasure(tx, housemate, mine)))?.withdrawnAt).toBeInstanceOf(Date);
    expect(await now(me)).toMatchObject({ householdId: null, displayName: null, neighbourhoodCode: null });
    expect(await endedOf(me)).toBeNull();
    expect(await mailsTo(housemate)).toContain("adult-left");
    expect(await mailsTo(me)).toContain("moved-out");
    const open = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.residentId, me.residentId), sql`${consent.withdrawnAt} is null`)));
    expect(open).toEqual([]);
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).innerJoin(membership, eq(membership.id, journalEntry.subjectId)).where(eq(membership.residentId, me.residentId)));
    expect(lines).toEqual([{ kind: "membership_end" }]);
    expect(await moveOut(me)).toBe(false);
  });

  it("takes along the ledger: who stays reads what they ended themselves, and nothing else of who left", async () => {
    const { me, housemate } = await neighbours();
    const [mine, narrowed] = [await share(me), await share(me)];
    await share(housemate);
    await asViewer(housemate, (tx) => changeMeasureAudience(tx, housemate, narrowed, { audience: "household", mayAsk: false, mayVisit: false } as never));
    const subjects = async (who: Resident) => (await asViewer(who, (tx) => consentBook(tx, who))).map(({ subjectId }) => subjectId);
    expect(await subjects(housemate)).toEqual(expect.arrayContaining([mine, narrowed]));
    await moveOut(me);
    expect(await subjects(housemate)).toHaveLength(2);
    expect(await subjects(housemate)).not.toContain(mine);
    expect(await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(eq(consent.subjectId, mine)))).toHaveLength(1);
    expect(await returnHome(await now(me) as never)).toBeTruthy();
    expect(await subjects(housemate)).toContain(mine);
  });

  it("leaves nothing for who comes next, when the last adult goes", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    const id = await share(leaver);
    await share(leaver, "household");
    await moveOut(leaver);
    expect(await endedOf(leaver)).toBeInstanceOf(Date);
    const { dwellingId: dwelling, neighbourhoodCode, streetId, buildingId } = leaver;
    const next = await residentAt(await householdAt({ id: dwelling, neighbourhoodCode, streetId, buildingId: buildingId!, postcode: "1000AA", houseNumber: 1 }));
    const viewer = await home({ accountId: next.residentId });
    expect(await sees(viewer, id)).toBe(false);
    expect(await asViewer(viewer, (tx) => tx.select({ id: measure.id }).from(measure))).toEqual([]);
    expect(await sees(me, id)).toBe(false);
  });

  it("leaves a household without adults when both go at the same moment, and none that nobody ends", async () => {
    const { me, housemate } = await neighbours();
    expect(await Promise.all([moveOut(me), moveOut(housemate)])).toEqual([true, true]);
    expect(await endedOf(me)).toBeInstanceOf(Date);
  });

  it("can be taken back for seven days: the things are there again, for the household only", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await share(me);
    await moveOut(me);
    expect(Math.round(((await mayReturnUntil(await now(me)))!.getTime() - Date.now()) / 86_400_000)).toBe(7);
    expect(await Promise.all([returnHome(me), returnHome(me)])).toEqual(expect.arrayContaining([true, false]));
    const back = await home(me);
    expect(back).toMatchObject({ householdId: me.householdId, displayName: null });
    expect([await sees(back, id), await sees(sameStreet, id)]).toEqual([true, false]);
    expect((await mailsTo(housemate)).filter((template) => template === "new-adult")).toHaveLength(1);
    expect(await mayReturnUntil(back)).toBeNull();
    await moveOut(back);
    await daysPass(me, 8);
    expect(await mayReturnUntil(await now(me))).toBeNull();
    expect(await returnHome(me)).toBe(false);
  });

  it("brings nobody back who lives elsewhere by now", async () => {
    const { me, otherStreet } = await neighbours();
    await moveOut(me);
    const { neighbourhoodCode, householdId } = otherStreet;
    await asWorker((tx) => tx.insert(membership).values({ neighbourhoodCode, householdId, residentId: me.residentId, evidence: "letter" }));
    expect(await returnHome(me)).toBe(false);
  });
});

describe.each(databaseKinds)("splitting a household on %s", (kind) => {
  testDatabase(kind);

  it("takes one's own things along, for oneself only, and leaves the others theirs", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const [mine, theirs] = [await share(me), await share(housemate)];
    const wished = await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Een moestuin", audience: "street" }));
    const { neighbourhoodCode, householdId } = me;
    await asWorker((tx) => tx.insert(photo).values({ neighbourhoodCode, householdId, measureId: mine, mime: "image/webp", width: 1, height: 1, bytes: Buffer.from("een foto") }));
    const [before] = await asWorker((tx) => tx.select().from(membership).where(eq(membership.residentId, me.residentId)));
    expect(await splitHousehold(me)).toBe("split");
    const own = await home(me);
    expect(own.householdId).not.toBe(me.householdId);
    expect(own).toMatchObject({ dwellingId: me.dwellingId, streetId: me.streetId, buildingId: me.buildingId, neighbourhoodCode: me.neighbourhoodCode, displayName: null });
    expect([await sees(own, mine), await sees(housemate, mine), await sees(sameStreet, mine)]).toEqual([true, false, false]);
    expect([await sees(own, theirs), await sees(housemate, theirs), await sees(sameStreet, theirs)]).toEqual([true, true, true]);
    expect(await asViewer(own, (tx) => tx.select({ id: photo.id }).from(photo).where(eq(photo.measureId, mine)))).toHaveLength(1);
    expect(await asViewer(housemate, (tx) => tx.select({ id: wish.id }).from(wish).where(eq(wish.id, wished)))).toEqual([]);
    const ledger = (who: Resident) => asViewer(who, (tx) => tx.select({ by: consent.residentId, open: sql<boolean>`${consent.withdrawnAt} is null` }).from(consent));
    expect(new Set((await ledger(own)).map(({ by, open }) => `${by} ${open}`))).toEqual(new Set([`${me.residentId} false`]));
    expect(new Set((await ledger(housemate)).map(({ by }) => by))).toEqual(new Set([housemate.residentId]));
    const [after] = await asWorker((tx) => tx.select().from(membership).where(and(eq(membership.residentId, me.residentId), sql`${membership.endedAt} is null`)));
    expect(after).toMatchObject({ evidence: before!.evidence, startedAt: before!.startedAt });
    expect(await mailsTo(housemate)).toContain("adult-split");
  });

  it("leaves an order where it is, which lets go of what came on the home from it", async () => {
    const { me, housemate, here } = await neighbours();
    const moderator = moderating(crypto.randomUUID(), here.code);
    const id = await opened(moderator, [here.code], { rules: { threshold: 1 } });
    const signUp = await ordered(moderator, me, id);
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    for (const to of ["planned", "delivered"] as const) expect(await step(moderator, signUp, to, { day: inDays(0) })).toBe("stepped");
    const putBy = (who: Resident) => asViewer(who, async (tx) => putOnHome(tx, who, await ownSignUp(tx, who, signUp)));
    const made = await putBy(me);
    expect(await signUpNow(signUp)).toMatchObject({ measureId: made, residentId: me.residentId });
    expect(await splitHousehold(me)).toBe("split");
    expect(await sees(await home(me), made!)).toBe(true);
    expect(await signUpNow(signUp)).toMatchObject({ measureId: null, householdId: me.householdId, residentId: housemate.residentId });
    expect(await sees(housemate, (await putBy(housemate))!)).toBe(true);
  });

  it("is no way out of a block", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const [mine, theirs] = [await share(sameStreet), await share(me)];
    await asWorker((tx) => tx.insert(block).values({ neighbourhoodCode: me.neighbourhoodCode, residentId: sameStreet.residentId, blockedHouseholdId: me.householdId, streetId: me.streetId }));
    await splitHousehold(me);
    const own = await home(me);
    await asViewer(own, (tx) => changeMeasureAudience(tx, own, theirs, { audience: "street", mayAsk: false, mayVisit: false }));
    expect([await sees(own, mine), await sees(housemate, mine), await sees(sameStreet, theirs)]).toEqual([false, false, false]);
  });

  it("asks nobody, and isn't there for who lives alone", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    expect(await splitHousehold(sameStreet)).toBe("alone");
    expect(await Promise.all([splitHousehold(me), splitHousehold(housemate)])).toEqual(expect.arrayContaining(["split", "alone"]));
    expect(await splitHousehold((await home(me)).householdId === me.householdId ? housemate : me)).toBe("gone");
    const households = await asWorker((tx) => tx.select({ id: household.id }).from(household).where(and(eq(household.dwellingId, me.dwellingId), sql`${household.endedAt} is null`)));
    expect(households).toHaveLength(2);
    expect(await asWorker((tx) => tx.select({ id: residentTable.id }).from(residentTable).where(eq(residentTable.householdId, me.householdId)))).toHaveLength(1);
  });
});
