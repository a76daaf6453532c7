import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { appendToJournal, journal } from "../../../db/journal.server.ts";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { account, householdInvitation, signup, waiting } from "../../../db/schema/auth.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, disclosure, household, joinRequest, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { hiding, letter, measure, missingAddress, outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { action as pressStay } from "../../routes/blijven.tsx";
import { acceptInvitation } from "../households/accept-invitation.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { inviteAdult } from "../households/invite-adult.server.ts";
import { proveSignup } from "../households/prove-signup.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import { currentViewer, requireAccount, requireLeaver } from "../session/guards.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import { eraseDue } from "./erase-due.server.ts";
import { requestErasure } from "./request-erasure.server.ts";
import { stay } from "./stay.server.ts";

const share = (who: Resident) =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "induction", state: "done", year: null, costRange: null, doneBy: null, audience: "street" }));
const sees = (who: Resident, id: string) => asViewer(who, async (tx) => (await findMeasure(tx, who, id)) !== null);
const viewerOf = async (who: Resident) => (await currentViewer(requestTo("/", await logIn(who.accountId)))) as AccountViewer;
const accountsOf = (who: Resident) => asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.id, who.accountId)));
/** A line of the journal as it would have been written eight days ago. */
const longAgo = (line: string) => line.replace(/^\S+/, (at) => new Date(new Date(at).getTime() - 8 * 86_400_000).toISOString());
const sevenDaysPass = (who: Resident) => asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now() - interval '1 minute'` }).where(eq(erasure.accountId, who.accountId)));

describe.each(databaseKinds)("staying after all on %s", (kind) => {
  const database = testDatabase(kind);
  afterEach(() => vi.unstubAllEnvs());

  it("is all that logging in, signing up and an invitation offer to who left", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    await requestErasure(leaver);
    const cookie = await logIn(leaver.accountId);
    await expect(requireAccount(requestTo("/kaart", cookie))).rejects.toMatchObject({ status: 302, headers: expect.toSatisfy((headers: Headers) => headers.get("Location") === "/blijven") });
    const { leavesOn } = await requireLeaver(requestTo("/blijven", cookie));
    expect(Math.round((leavesOn.getTime() - Date.now()) / 86_400_000)).toBe(7);
    const { email } = leaver as Resident & { email: string };
    const [again] = await asAuth((tx) => tx.insert(signup).values({ email, dwellingId: me.dwellingId, neighbourhoodCode: me.neighbourhoodCode }).returning({ id: signup.id }));
    const proof = { id: randomUUID(), purpose: "sign_up" as const, email, locale: "nl" as const, accountId: null, signupId: again!.id };
    expect(await asAuth((tx) => proveSignup(tx, proof))).toEqual({ accountId: leaver.accountId, hasHome: false });
    await deliveredMails();
    await inviteAdult(me, email, "10.3.0.2");
    const token = tokenIn((await deliveredMails()).find((mail) => mail.to === email)!);
    expect(await acceptInvitation(token, await viewerOf(leaver), requestTo("/uitnodiging", cookie).request)).toBe("leaving");
    expect(await asWorker((tx) => tx.select({ id: membership.id }).from(membership).where(and(eq(membership.residentId, leaver.residentId), isNull(membership.endedAt))))).toEqual([]);
  });

  it("brings back the same home, and what was shared for the household only", async () => {
    const { sameStreet: leaver, me } = await neighbours();
    await asViewer(leaver, (tx) => changeDisplayName(tx, leaver, "Noor"));
    const named = { ...leaver, displayName: "Noor" };
    const [kept, withdrawn] = [await share(named), await share(named)];
    await asViewer(leaver, (tx) => withdrawMeasure(tx, leaver, withdrawn));
    await requestErasure(leaver);
    const args = requestTo("/blijven", await logIn(leaver.accountId), { method: "POST" });
    const answer = (await pressStay({ ...args, context: { nonce: "n", ip: "10.3.0.1" } })) as Response;
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/begin"]);
    const back = await viewerOf(leaver);
    expect(back).toMatchObject({ householdId: leaver.householdId, displayName: null, leavesOn: null });
    expect([await sees(leaver, kept), await sees(me, kept)]).toEqual([true, false]);
    const rows = await asWorker((tx) => tx.select({ id: measure.id, audience: measure.audience, shownName: measure.shownName, gone: sql<boolean>`${measure.withdrawnAt} is not null` }).from(measure).where(eq(measure.householdId, leaver.householdId)));
    expect(rows.find(({ id }) => id === kept)).toEqual({ id: kept, audience: "household", shownName: null, gone: false });
    expect(rows.find(({ id }) => id === withdrawn)).toMatchObject({ gone: true });
    expect(await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.residentId, leaver.residentId), isNull(consent.withdrawnAt))))).toEqual([]);
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, leaver.residentId)).orderBy(journalEntry.at));
    expect(lines).toEqual([{ kind: "erasure" }, { kind: "stay" }]);
    expect(await eraseDue()).toBe(0);
    expect(await accountsOf(leaver)).toHaveLength(1);
  });

  it("is told to a housemate, and keeps a housemate who leaves later from taking everything along", async () => {
    const { me, housemate } = await neighbours();
    const [mine, theirs] = [await share(me), await share(housemate)];
    await requestErasure(me);
    await requestErasure(housemate);
    expect(await stay(await viewerOf(me))).toBe(true);
    await sevenDaysPass(housemate);
    expect(await eraseDue()).toBe(1);
    expect([await accountsOf(me), await accountsOf(housemate)]).toEqual([[{ id: me.accountId }], []]);
    expect([await sees(me, mine), await sees(me, theirs)]).toEqual([true, false]);
    const [home] = await asWorker((tx) => tx.select({ endedAt: household.endedAt }).from(household).where(eq(household.id, me.householdId)));
    expect(home).toEqual({ endedAt: null });

    const others = await neighbours();
    await requestErasure(others.me);
    await stay(await viewerOf(others.me));
    expect(await asWorker((tx) => tx.select({ template: outbox.template }).from(outbox).where(eq(outbox.accountId, others.housemate.accountId)))).toEqual([{ template: "new-adult" }]);
  });

  it("is too late after seven days", async () => {
    const { sameStreet: leaver } = await neighbours();
    await requestErasure(leaver);
    await sevenDaysPass(leaver);
    expect(await stay(await viewerOf(leaver))).toBe(false);
    expect(await eraseDue()).toBe(1);
    expect(await accountsOf(leaver)).toEqual([]);
  });

  it("is not for who stays away: a replayed erasure takes every trace, as the job does", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt");
    vi.stubEnv("JOURNAL_FILE", file);
    const { sameStreet: byJob, otherStreet: byReplay, me, here } = await neighbours();
    const leavers = [byJob, byReplay] as (Resident & { email: string })[];
    for (const { email, residentId, householdId, neighbourhoodCode, dwellingId } of leavers) {
      const id = await share(leavers.find((one) => one.email === email)!);
      const [left] = await asAuth(async (tx) => {
        await tx.insert(waiting).values({ email, neighbourhoodCode: here.code });
        await tx.insert(householdInvitation).values({ householdId: me.householdId, invitedBy: me.accountId, email, expiresAt: sql`now() + interval '1 day'` });
        return tx.insert(signup).values({ email, dwellingId, neighbourhoodCode }).returning({ id: signup.id });
      });
      await asWorker(async (tx) => {
        await tx.insert(missingAddress).values({ postcode: "1234AB", houseNumber: "1", email });
        await tx.insert(letter).values({ neighbourhoodCode, dwellingId, signupId: left!.id });
        await tx.insert(joinRequest).values({ householdId: me.householdId, neighbourhoodCode, signupId: left!.id, requesterName: "Noor" });
        await tx.insert(hiding).values({ neighbourhoodCode, householdId, subjectKind: "measure", subjectId: id, moderatorId: me.residentId, rule: "other", reason: "Een naam erin" });
        await tx.insert(disclosure).values({ neighbourhoodCode, householdId, actorId: me.residentId, actorRole: "moderator", what: "measure", subjectId: id, reason: "report" });
        await tx.insert(outbox).values({ template: "new-adult", accountId: residentId });
      });
    }
    const left = async () => [
      ...(await asAuth(async (tx) => [await tx.$count(waiting), await tx.$count(householdInvitation, isNull(householdInvitation.acceptedAt)), await tx.$count(signup)])),
      ...(await asWorker((tx) => Promise.all([missingAddress, letter, joinRequest, hiding, disclosure].map((table) => tx.$count(table))))),
      await asWorker((tx) => tx.$count(outbox, inArray(outbox.accountId, leavers.map(({ accountId }) => accountId)))),
      await asWorker((tx) => tx.$count(household, inArray(household.id, leavers.map(({ householdId }) => householdId)))),
    ];
    const before = await left();
    await requestErasure(byJob);
    await sevenDaysPass(byJob);
    await eraseDue();
    const afterJob = await left();
    expect(afterJob.map((count, index) => before[index]! - count)).toEqual(before.map(() => 1));
    const [member] = await asWorker((tx) => tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, byReplay.residentId)));
    await asViewer(byReplay, (tx) => journal(tx, { kind: "erasure", id: byReplay.residentId }));
    await asAuth((tx) => journal(tx, { kind: "membership_end", id: member!.id }));
    await appendToJournal(database.connection);
    await asOwner(database, "delete from journal_entry");
    writeFileSync(file, readFileSync(file, "utf8").split("\n").map(longAgo).join("\n"));
    await replayJournal(database.connection);
    await eraseDue();
    expect((await left()).map((count, index) => afterJob[index]! - count)).toEqual(before.map(() => 1));
  });

  it("holds when a backup from before it is restored: who stayed is not erased, who did not is", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt");
    vi.stubEnv("JOURNAL_FILE", file);
    const { sameStreet: stays, flatmate: goes, me } = await neighbours();
    const [kept, gone] = [await share(stays), await share(goes)];
    // What the journal says about deeds that the restored database does not know.
    for (const [who, item] of [[stays, kept], [goes, gone]] as const) {
      const [member] = await asWorker((tx) => tx.select({ id: membership.id }).from(membership).where(eq(membership.residentId, who.residentId)));
      await asViewer(who, async (tx) => {
        await journal(tx, { kind: "withdrawal", id: item });
        await journal(tx, { kind: "erasure", id: who.residentId });
      });
      await asAuth((tx) => journal(tx, { kind: "membership_end", id: member!.id }));
    }
    await asWorker((tx) => journal(tx, { kind: "stay", id: stays.accountId }));
    await appendToJournal(database.connection);
    await asOwner(database, "delete from journal_entry");
    writeFileSync(file, readFileSync(file, "utf8").split("\n").map(longAgo).join("\n"));
    await replayJournal(database.connection);
    expect(await eraseDue()).toBe(1);
    expect([await accountsOf(stays), await accountsOf(goes)]).toEqual([[{ id: stays.accountId }], []]);
    expect(await viewerOf(stays)).toMatchObject({ householdId: stays.householdId, leavesOn: null });
    expect([await sees(stays, kept), await sees(me, kept)]).toEqual([true, false]);
    expect(await asWorker((tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.id, gone)))).toEqual([]);
  });
});
