import { eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { logIn } from "../../../tests/support/log-in.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { account, passkey, session } from "../../../db/schema/auth.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, household, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { appeal, hiding, measure, outbox, report, wish } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { moveOut } from "../households/move-out.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { objectTo } from "../moderation/object-to.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { eraseDue } from "./erase-due.server.ts";
import { eraseEmptyHouseholds } from "./erase-empty-households.server.ts";
import { requestErasure } from "./request-erasure.server.ts";

const share = (who: Resident) =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "induction", state: "done", year: null, costRange: null, doneBy: null, audience: "street" }));
const sees = (who: Resident, id: string) => asViewer(who, async (tx) => (await findMeasure(tx, who, id)) !== null);
const sevenDaysPass = (who: Resident) => asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now() - interval '1 minute'` }).where(eq(erasure.accountId, who.accountId)));
const accountsOf = (who: Resident) => asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.id, who.accountId)));

describe.each(databaseKinds)("leaving on %s", (kind) => {
  testDatabase(kind);

  it("hides at once what the last adult's household shared, and ends every session", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    await logIn(leaver.accountId);
    const [id, dream] = [await share(leaver), await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Een moestuin", audience: "street" }))];
    await asViewer(leaver, (tx) => joinWish(tx, leaver, dream));
    await requestErasure(leaver);
    expect(await sees(me, id)).toBe(false);
    expect((await asViewer(me, (tx) => findWish(tx, me, dream)))?.joins).toEqual([]);
    expect(await asAuth((tx) => tx.select({ id: session.publicId }).from(session).where(eq(session.accountId, leaver.accountId)))).toEqual([]);
    const [home] = await asWorker((tx) => tx.select({ endedAt: household.endedAt }).from(household).where(eq(household.id, leaver.householdId)));
    const [member] = await asWorker((tx) => tx.select({ endedAt: membership.endedAt }).from(membership).where(eq(membership.residentId, leaver.residentId)));
    expect([home?.endedAt, member?.endedAt]).toEqual([expect.any(Date), expect.any(Date)]);
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, leaver.residentId)));
    expect(lines).toEqual([{ kind: "erasure" }]);
    expect(await asWorker((tx) => tx.select({ template: outbox.template }).from(outbox).where(eq(outbox.accountId, leaver.accountId)))).toContainEqual({ template: "account-leaving" });
  });

  it("erases everything after seven days, and not a day before", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    const mine = await share(me);
    await share(leaver);
    await asAuth((tx) => tx.insert(passkey).values({ accountId: leaver.accountId, credentialId: leaver.accountId, publicKey: "k", name: "Telefoon" }));
    const reported = await asViewer(leaver, (tx) => reportItem(tx, leaver, { kind: "measure", id: mine }, { category: "other", note: "Ik ben het" }));
    await asWorker((tx) => tx.update(report).set({ closedAt: sql`now()`, closedBy: crypto.randomUUID(), decision: "kept", decisionNote: "Dit mag blijven." }).where(eq(report.id, reported!)));
    expect(await asViewer(leaver, (tx) => objectTo(tx, reported!, "Ik ben het er niet mee eens."))).toBe("made");
    await requestErasure(leaver);
    await eraseDue();
    expect(await accountsOf(leaver)).toHaveLength(1);
    await sevenDaysPass(leaver);
    expect(await eraseDue()).toBe(1);
    expect(await accountsOf(leaver)).toEqual([]);
    expect(await asAuth((tx) => tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.accountId, leaver.accountId)))).toEqual([]);
    const left = await asWorker(async (tx) => [
      await tx.select({ id: household.id }).from(household).where(eq(household.id, leaver.householdId)),
      await tx.select({ id: measure.id }).from(measure).where(eq(measure.householdId, leaver.householdId)),
      await tx.select({ id: consent.id }).from(consent).where(eq(consent.residentId, leaver.residentId)),
      await tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, leaver.residentId)),
      await tx.select({ id: report.id }).from(report).where(eq(report.reporterId, leaver.residentId)),
      await tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.householdId, leaver.householdId)),
      await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.accountId, leaver.accountId)),
      await tx.select({ id: erasure.accountId }).from(erasure).where(eq(erasure.accountId, leaver.accountId)),
    ]);
    expect(left.flat()).toEqual([]);
    expect(await sees(me, mine)).toBe(true);
    expect(await eraseDue()).toBe(0);
  });

  it("leaves a housemate and what the housemate shared in place", async () => {
    const { me: leaver, housemate, sameStreet } = await neighbours();
    const [gone, stays] = [await share(leaver), await share(housemate)];
    await asViewer(leaver, (tx) => shareWish(tx, leaver, { scope: "home", kind: "glazing", audience: "street" }));
    const { householdId, neighbourhoodCode } = leaver;
    const [hidden] = await asWorker((tx) =>
      tx.insert(hiding).values({ householdId, neighbourhoodCode, subjectKind: "measure", subjectId: stays, moderatorId: crypto.randomUUID(), rule: "other", reason: "Dit staat er niet goed." }).returning({ id: hiding.id }),
    );
    expect(await asViewer(leaver, (tx) => objectTo(tx, hidden!.id, "Dat is niet zo, het staat er goed."))).toBe("made");
    await requestErasure(leaver);
    expect([await sees(sameStreet, gone), await sees(sameStreet, stays)]).toEqual([false, true]);
    await sevenDaysPass(leaver);
    await eraseDue();
    expect([await accountsOf(leaver), await accountsOf(housemate)]).toEqual([[], [{ id: housemate.accountId }]]);
    expect([await sees(housemate, stays), await sees(sameStreet, stays)]).toEqual([true, true]);
    expect(await asWorker((tx) => tx.select({ id: wish.id }).from(wish).where(eq(wish.householdId, leaver.householdId)))).toEqual([]);
    expect(await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.householdId, leaver.householdId)))).toEqual([]);
    expect(await asWorker((tx) => tx.select({ id: hiding.id }).from(hiding).where(eq(hiding.householdId, leaver.householdId)))).toEqual([hidden]);
  });

  it("takes a household that ended along once nobody is left who ever lived there, and none before", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    await share(me);
    const { householdId, neighbourhoodCode } = me;
    await asWorker((tx) => tx.insert(hiding).values({ householdId, neighbourhoodCode, subjectKind: "measure", subjectId: crypto.randomUUID(), moderatorId: crypto.randomUUID(), rule: "other", reason: "Dit staat er niet goed." }));
    const left = () => asWorker((tx) => tx.select({ id: household.id }).from(household).where(inArray(household.id, [householdId, sameStreet.householdId])));
    for (const one of [me, housemate]) expect(await moveOut(one)).toBe(true);
    for (const one of [me, housemate]) {
      expect([await eraseEmptyHouseholds(), (await left()).length], "somebody can still come back").toEqual([0, 2]);
      await requestErasure({ ...one, householdId: null, neighbourhoodCode: null });
      await sevenDaysPass(one);
      await eraseDue();
    }
    expect(await eraseEmptyHouseholds()).toBe(1);
    expect(await left()).toEqual([{ id: sameStreet.householdId }]);
    expect(await asWorker((tx) => tx.select({ id: hiding.id }).from(hiding).where(eq(hiding.householdId, householdId)))).toEqual([]);
  });

  it("of both adults on one day erases the household too", async () => {
    const { me, housemate } = await neighbours();
    await share(me);
    await share(housemate);
    await requestErasure(me);
    await requestErasure(housemate);
    for (const one of [me, housemate]) await sevenDaysPass(one);
    expect(await eraseDue()).toBe(2);
    expect(await asWorker((tx) => tx.select({ id: household.id }).from(household).where(eq(household.id, me.householdId)))).toEqual([]);
  });
});
