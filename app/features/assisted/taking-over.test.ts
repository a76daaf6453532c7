import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { letterCode, signup } from "../../../db/schema/auth.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, household, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { letter, report, wish } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { assist, contactOfStreet, signed } from "../../../tests/support/helping.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling } from "../../../tests/support/people.ts";
import { codeLetters } from "../households/code-letters.server.ts";
import { dueLetters } from "../households/due-letters.server.ts";
import { useLetterCode } from "../households/use-letter-code.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { endPaper } from "../privacy/end-paper.server.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { forgetTraces } from "../privacy/forget-traces.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { currentViewer, requireResident } from "../session/guards.server.ts";
import { assistingIn } from "../session/require-assisting.server.ts";
import { readCode } from "../session/short-code.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { saveEntry } from "./save-entry.server.ts";
import { helpedSessions } from "./session-entries.server.ts";
import { startAssisting, stopAssisting } from "./start-assisting.server.ts";
import { stopEverything } from "./take-back.server.ts";

/** Somebody who was helped at a home in a street, with a wish that their street sees. */
async function helped() {
  const all = await neighbours();
  const helper = contactOfStreet(all.sameStreet);
  const home = await dwelling(all.here.code, { streetId: all.sameStreet.streetId });
  const assisting = await assist(helper, { dwellingId: home.id });
  const wishId = (await saveEntry(assisting, { kind: "wish" }, { ok: true, write: (tx, who) => shareWish(tx, who, { scope: "neighbourhood", title: "Een bankje", audience: "street" }) }))!;
  return { ...all, helper, home, assisting, wishId, person: assisting.onBehalf.residentId };
}

/** The code of the letter that waits for who was helped. */
async function codeFor(person: string): Promise<string> {
  const [printed] = await asAuth(async (tx) => codeLetters(tx, await dueLetters(tx, eq(letter.paperResidentId, person))));
  expect(printed).toMatchObject({ onPaper: true, invitation: false });
  return readCode(printed!.code)!;
}

/** Somebody who signs up at a home. */
async function newcomer(home: { id: string; neighbourhoodCode: string }) {
  const { id, email } = await accountWithoutHome();
  await asAuth((tx) => tx.insert(signup).values({ email, dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, accountId: id, way: "letter" }));
  return { id, cookie: await logIn(id), viewer: (await currentViewer(requestTo("/", await logIn(id))))! };
}

describe.each(databaseKinds)("taking over from paper on %s", (kind) => {
  testDatabase(kind);

  it("gives everything to who types the code, once, and ends the helping", async () => {
    const { helper, home, assisting, wishId, person, me } = await helped();
    const about = await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Iets", audience: "street" }));
    const reportId = (await saveEntry(assisting, { kind: "report" }, { ok: true, seen: about, write: (tx, who) => reportItem(tx, who, { kind: "wish", id: about }, { category: "other", note: null }) }))!;
    const code = await codeFor(person);
    const { id, cookie, viewer } = await newcomer(home);
    expect(await useLetterCode(viewer, "CDFHJKMN")).toBe("wrong_code");
    expect(await useLetterCode(viewer, code)).toBe("welcome");
    const now = await requireResident(requestTo("/", cookie));
    expect(now).toMatchObject({ householdId: assisting.onBehalf.householdId, dwellingId: home.id, displayName: null });
    expect(await asWorker((tx) => tx.select({ evidence: membership.evidence }).from(membership).where(eq(membership.residentId, id)))).toEqual([{ evidence: "letter" }]);
    for (const [table, column, own] of [[wish, wish.residentId, eq(wish.id, wishId)], [consent, consent.residentId, eq(consent.subjectId, wishId)], [report, report.reporterId, eq(report.id, reportId)]] as const) {
      expect(await asWorker((tx) => tx.select({ whose: column }).from(table).where(own))).toEqual([{ whose: id }]);
    }
    expect(await assistingIn(helper, assisting.session.id)).toBeNull();
    expect(await startAssisting(helper, { again: assisting.session.id }, signed)).toEqual({ refused: "unknown" });
    const [seen] = await asViewer(now, (tx) => helpedSessions(tx, now));
    expect(seen).toMatchObject({ by: { helperRole: "contact_person", helperName: null }, textVersion: "2026-1", entries: [{ kind: "wish", item: { title: "Een bankje" } }, { kind: "report" }] });
    expect(seen!.textShown).toContain("formulier");
    const data = await ownData(now);
    expect([data.paperResident, data.assistedSession, data.assistedEntry].map((rows) => rows.length)).toEqual([1, 1, 2]);
    // The same paper again, by somebody else at the address.
    const other = await newcomer(home);
    await asAuth((tx) => tx.update(letterCode).set({ usedAt: null }));
    expect(await useLetterCode(other.viewer, code)).not.toBe("welcome");
  });

  it("leaves a person alone when somebody else at the address comes in with a letter of their own", async () => {
    const { home, assisting, wishId, person } = await helped();
    const { id, cookie, viewer } = await newcomer(home);
    const own = await asAuth(async (tx) => {
      const [mine] = await tx.select({ id: signup.id }).from(signup).where(eq(signup.accountId, id));
      await tx.insert(letter).values({ neighbourhoodCode: home.neighbourhoodCode, dwellingId: home.id, signupId: mine!.id });
      const [coded] = await codeLetters(tx, await dueLetters(tx, eq(letter.signupId, mine!.id)));
      return readCode(coded!.code)!;
    });
    expect(await useLetterCode(viewer, own)).toBe("welcome");
    const now = await requireResident(requestTo("/", cookie));
    expect(now.householdId).not.toBe(assisting.onBehalf.householdId);
    expect(await asViewer(now, async (tx) => [...(await tx.select().from(paperResident)), ...(await tx.select({ id: assistedSession.id }).from(assistedSession)), ...(await tx.select().from(assistedEntry))])).toEqual([]);
    expect(await asWorker((tx) => tx.select({ whose: wish.residentId }).from(wish).where(eq(wish.id, wishId)))).toEqual([{ whose: person }]);
  });

  it("stops with everything: hidden at once and in the journal, erased after seven days; of the session the log stays", async () => {
    const { home, assisting, wishId, person, me } = await helped();
    const code = await codeFor(person);
    await stopEverything(assisting);
    expect(await asViewer(me, (tx) => findWish(tx, me, wishId))).toBeNull();
    const lines = await asWorker((tx) => tx.select({ kind: journalEntry.kind, id: journalEntry.subjectId }).from(journalEntry));
    expect(lines).toEqual(expect.arrayContaining([{ kind: "withdrawal", id: wishId }, { kind: "erasure", id: person }]));
    // The code proves the home no longer, and hands over nothing.
    expect(await useLetterCode((await newcomer(home)).viewer, code)).not.toBe("welcome");
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now()` }).where(eq(erasure.accountId, person)));
    await eraseDue();
    const left = await asWorker(async (tx) => [
      await tx.select().from(paperResident).where(eq(paperResident.id, person)),
      await tx.select().from(household).where(eq(household.id, assisting.onBehalf.householdId)),
      await tx.select().from(wish).where(eq(wish.id, wishId)),
      await tx.select().from(consent).where(eq(consent.residentId, person)),
      await tx.select().from(letter).where(eq(letter.paperResidentId, person)),
    ]);
    expect(left.flat()).toEqual([]);
    const [log] = await asWorker((tx) => tx.select().from(assistedSession).where(eq(assistedSession.id, assisting.session.id)));
    expect(log).toMatchObject({ householdId: null, paperResidentId: null, textShown: null, signedOn: null, entryCount: 2 });
    const months = (count: number) => asWorker((tx) => tx.update(assistedSession).set({ startedAt: sql`started_at - make_interval(months => ${count}::int)`, endsAt: sql`ends_at - make_interval(months => ${count}::int)` }).where(eq(assistedSession.id, log!.id)));
    await months(23);
    await forgetTraces();
    expect(await asWorker((tx) => tx.select().from(assistedSession).where(eq(assistedSession.id, log!.id)))).toHaveLength(1);
    await months(2);
    await forgetTraces();
    expect(await asWorker((tx) => tx.select().from(assistedSession).where(eq(assistedSession.id, log!.id)))).toEqual([]);
  });

  it("lets go who was helped 24 months ago for the last time, and nobody who was later", async () => {
    const { helper, assisting, person, wishId } = await helped();
    await stopAssisting(helper, assisting.session.id);
    const back = sql`- make_interval(months => 25)`;
    await asWorker((tx) => tx.update(paperResident).set({ createdAt: sql`created_at ${back}` }).where(eq(paperResident.id, person)));
    expect(await endPaper()).toBe(0);
    await asWorker((tx) => tx.update(assistedSession).set({ startedAt: sql`started_at ${back}`, endsAt: sql`ends_at ${back}` }).where(eq(assistedSession.id, assisting.session.id)));
    expect(await endPaper()).toBe(1);
    expect(await endPaper()).toBe(0);
    const [item] = await asWorker((tx) => tx.select({ withdrawnAt: wish.withdrawnAt }).from(wish).where(eq(wish.id, wishId)));
    expect(item!.withdrawnAt).toBeInstanceOf(Date);
    expect(await asWorker((tx) => tx.select({ whole: erasure.wholeHousehold }).from(erasure).where(eq(erasure.accountId, person)))).toEqual([{ whole: true }]);
  });
});
