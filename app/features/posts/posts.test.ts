import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { postgresError } from "../../../tests/access/probe.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { accountWithoutHome, officialOf } from "../../../tests/support/people.ts";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { municipalPost, promiseReport } from "../../../db/schema/insights.ts";
import { appeal, hiding, outbox, report } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { aroundReport } from "../moderation/around-report.server.ts";
import { decideAppeal } from "../moderation/decide-appeal.server.ts";
import { hideReported } from "../moderation/hide-reported.server.ts";
import { keepReported } from "../moderation/keep-reported.server.ts";
import { liftHiding } from "../moderation/lift-hiding.server.ts";
import { objectTo } from "../moderation/object-to.server.ts";
import { hidingOfPost, hidingsOfPosts, ownHidings } from "../moderation/own-hidings.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { reportedPost } from "../moderation/reported-post.server.ts";
import { moderatedReport } from "../moderation/reports.server.ts";
import { requireOfficial } from "../session/guards.server.ts";
import type { Official, Resident } from "../session/viewer.ts";
import { onePost, postsTo } from "./posts.server.ts";
import { postToNeighbourhood, reportOnPromise, withdrawPost } from "./write-posts.server.ts";

const decision = { rule: "personal_data", duration: "until_changed", reason: "De naam van een bewoner staat erin." } as const;
const told = "De raad gaf er geen geld voor.";

async function official(municipalityCode: string): Promise<Official> {
  const { id } = await accountWithoutHome();
  await officialOf(id, municipalityCode);
  return requireOfficial(requestTo("/gemeente", await logIn(id, { staff: true })));
}

/** A promise to a neighbourhood that was put off, with two officials of its municipality, one of another, residents here and elsewhere, and moderators. */
async function promised() {
  const { me, sameStreet, otherStreet, stranger, here } = await neighbours();
  const [author, colleague] = [await official(here.municipalityCode), await official(here.municipalityCode)];
  await asViewer(author, (tx) => postToNeighbourhood(tx, author, { neighbourhoodCode: here.code, kind: "promise", title: "Bomen in de Proefstraat", body: "Voor het huis van Bo komen er twee.", dueOn: "2098-03-01" }));
  const [{ id }] = (await asWorker((tx) => tx.select({ id: municipalPost.id }).from(municipalPost).where(eq(municipalPost.authorId, author.residentId)))) as [{ id: string }];
  await asViewer(author, (tx) => reportOnPromise(tx, author, id, "Bo wil eerst een snoeiplan.", "2098-06-01"));
  return { id, here, me, sameStreet, otherStreet, stranger, author, colleague, other: await official((await neighbours()).here.municipalityCode), first: (await moderator(here.code)).viewer, second: (await moderator(here.code)).viewer };
}
type Reader = Parameters<typeof asViewer>[0];
const seen = (who: Reader, id: string) => asViewer(who, (tx) => onePost(tx, id));
const withdraw = (who: Official, id: string, withoutText = false) => asViewer(who, (tx) => withdrawPost(tx, id, told, withoutText));
const file = (who: Resident, id: string) => asViewer(who, (tx) => reportItem(tx, who, { kind: "municipal_post", id }, { category: "personal_data", note: null }));
const mailsTo = async (ids: readonly string[], template: string) =>
  (await asWorker((tx) => tx.select({ accountId: outbox.accountId }).from(outbox).where(and(eq(outbox.template, template), inArray(outbox.accountId, [...ids]))))).map(({ accountId }) => accountId!);
const refused = async (deed: Promise<unknown>, code: string) => expect(postgresError(await deed.then(() => expect.fail("was let through"), (thrown: unknown) => thrown)).code).toBe(code);

describe.each(databaseKinds)("what a municipality posted, on %s", (kind) => {
  const database = testDatabase(kind);

  test("is withdrawn by any official of it, once, and stays where it stood with the reason", async () => {
    const { id, here, me, stranger, author, colleague, other } = await promised();
    expect(await withdraw(other, id)).toBe(false);
    expect(await withdraw(colleague, id)).toBe(true);
    expect(await withdraw(author, id), "once").toBe(false);
    const [post] = await asViewer(me, (tx) => postsTo(tx, [here.code]));
    expect(post).toMatchObject({ id, state: "withdrawn", withdrawnReason: told, title: "Bomen in de Proefstraat", body: "Voor het huis van Bo komen er twee.", dueOn: "2098-03-01", dueNow: "2098-06-01", reports: [{ reason: "Bo wil eerst een snoeiplan." }] });
    expect(await seen(stranger, id)).toBeNull();
    // Nothing comes of it any more.
    await refused(asViewer(author, (tx) => reportOnPromise(tx, author, id, "Toch gedaan, hoor.", null)), "42501");
    expect((await ownData(colleague)).municipalPost).toMatchObject([{ id, withdrawnReason: told }]);
  });

  test("goes with its words where there is something of somebody in it, also after a restore; that it stood there stays", async () => {
    vi.stubEnv("JOURNAL_FILE", join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt"));
    const { id, me, author } = await promised();
    const before = await asWorker(async (tx) => ({ post: (await tx.select().from(municipalPost).where(eq(municipalPost.id, id)))[0]!, report: (await tx.select().from(promiseReport).where(eq(promiseReport.promiseId, id)))[0]! }));
    expect(await withdraw(author, id, true)).toBe(true);
    const gone = { state: "withdrawn", kind: "promise", title: null, body: null, dueOn: "2098-03-01", reports: [{ outcome: "late", reason: null }] };
    expect(await seen(me, id)).toMatchObject({ ...gone, withdrawnReason: told });
    expect(await file(me, id), "there is nothing to read").toBeNull();
    await asWorker(async (tx) => {
      await tx.update(municipalPost).set(before.post).where(eq(municipalPost.id, id));
      await tx.update(promiseReport).set(before.report).where(eq(promiseReport.promiseId, id));
    });
    await asOwner(database, "delete from journal_entry");
    expect(await seen(me, id)).toMatchObject({ state: "moved" });
    await replayJournal(database.connection);
    expect(await seen(me, id)).toMatchObject({ ...gone, withdrawnReason: expect.stringContaining("reservekopie") as string });
    vi.unstubAllEnvs();
  });

  test("is reported by who lives there and reads it, and by nobody else", async () => {
    const { id, me, stranger, author, first } = await promised();
    expect(await file(stranger, id)).toBeNull();
    const forged = { receipt: "AAAABBBB", neighbourhoodCode: stranger.neighbourhoodCode, reporterId: stranger.residentId, reporterHouseholdId: stranger.householdId, subjectKind: "municipal_post" as const, subjectId: id, category: "other" as const };
    await refused(asViewer(stranger, (tx) => tx.insert(report).values(forged)), "42501");
    await refused(asViewer(author, (tx) => tx.insert(report).values({ ...forged, reporterId: author.residentId })), "42501");
    const made = (await file(me, id))!;
    expect(await asViewer(first, (tx) => reportedPost(tx, { report: made }))).toMatchObject({ id, title: "Bomen in de Proefstraat" });
    expect(await asViewer(first, (tx) => aroundReport(tx, made))).toMatchObject({ standing: { takenBack: false, hidden: false, audience: "neighbourhood" } });
    expect(await asViewer(author, (tx) => reportedPost(tx, { report: made })), "an official learns of no report").toBeNull();
  });

  test("is hidden by a moderator from everybody who lives there, with the reasons to its officials alone, and shown again", async () => {
    const { id, here, me, sameStreet, author, colleague, other, first } = await promised();
    const made = (await file(me, id))!;
    expect(await asViewer(first, (tx) => hideReported(tx, made, decision))).toBe("hidden");
    for (const who of [me, sameStreet]) {
      expect(await asViewer(who, (tx) => postsTo(tx, [here.code]))).toEqual([]);
      expect(await asViewer(who, (tx) => tx.select({ id: promiseReport.id }).from(promiseReport)), "nor what came of it").toEqual([]);
      expect(await asViewer(who, (tx) => ownHidings(tx, who))).toEqual([]);
      expect(await asViewer(who, (tx) => tx.select({ id: hiding.id }).from(hiding))).toEqual([]);
    }
    expect(await file(sameStreet, id)).toBeNull();
    for (const who of [author, colleague, first]) expect(await seen(who, id)).toMatchObject({ hidden: true, body: "Voor het huis van Bo komen er twee." });
    const [decided] = await asViewer(colleague, (tx) => hidingsOfPosts(tx));
    expect(decided).toMatchObject({ subjectKind: "municipal_post", subjectId: id, duration: "for_good", reason: decision.reason, rule: "personal_data", subject: { title: "Bomen in de Proefstraat" } });
    expect(await asViewer(other, (tx) => hidingsOfPosts(tx))).toEqual([]);
    expect(await asViewer(other, (tx) => hidingOfPost(tx, decided!.id))).toBeNull();
    const everybody = [author, colleague, other, me].map(({ residentId }) => residentId);
    expect((await mailsTo(everybody, "post-hidden")).sort()).toEqual([author.residentId, colleague.residentId].sort());
    const { hidingId } = (await asViewer(first, (tx) => moderatedReport(tx, first, made)))!;
    expect(await asViewer(first, (tx) => liftHiding(tx, hidingId!))).toBe(true);
    expect(await seen(me, id)).toMatchObject({ hidden: false, state: "moved" });
    expect((await mailsTo(everybody, "post-shown-again")).sort()).toEqual([author.residentId, colleague.residentId].sort());
    expect(await asViewer(author, (tx) => hidingsOfPosts(tx))).toEqual([]);
  });

  test("that is hidden an official objects to, and another moderator decides", async () => {
    const { id, me, author, colleague, other, first, second } = await promised();
    const made = (await file(me, id))!;
    await asViewer(first, (tx) => hideReported(tx, made, decision));
    const hidingId = (await asViewer(author, (tx) => hidingsOfPosts(tx)))[0]!.id;
    for (const who of [other, me]) expect(await asViewer(who, (tx) => objectTo(tx, hidingId, "Bo vond het goed, echt."))).toBeNull();
    expect(await asViewer(author, (tx) => objectTo(tx, hidingId, "Bo vond het goed, echt."))).toBe("made");
    expect(await asViewer(colleague, (tx) => objectTo(tx, hidingId, "Nog een keer, alsjeblieft."))).toBe("again");
    expect((await ownData(author)).appeal).toMatchObject([{ reason: "Bo vond het goed, echt." }]);
    expect((await ownData(me)).appeal).toEqual([]);
    const [{ id: appealId }] = (await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.hidingId, hidingId)))) as [{ id: string }];
    expect(await asViewer(first, (tx) => decideAppeal(tx, appealId, "overturned", "Bo vond het goed, dat klopt."))).toBe("own");
    expect(await asViewer(second, (tx) => decideAppeal(tx, appealId, "overturned", "Bo vond het goed, dat klopt."))).toBe("overturned");
    expect(await seen(me, id)).toMatchObject({ hidden: false });
    expect((await mailsTo([author, colleague, other, me].map(({ residentId }) => residentId), "post-appeal-decided")).sort()).toEqual([author.residentId, colleague.residentId].sort());
    expect(await asViewer(author, (tx) => hidingOfPost(tx, hidingId))).toMatchObject({ appeal: { outcome: "overturned", answer: "Bo vond het goed, dat klopt." } });
  });

  test("that was kept is hidden when another moderator agrees with who reported it", async () => {
    const { id, me, author, first, second } = await promised();
    const made = (await file(me, id))!;
    await asViewer(first, (tx) => keepReported(tx, made, { rule: "personal_data", note: "Bo staat hier vaker in." }));
    expect(await asViewer(me, (tx) => objectTo(tx, made, "Het is mijn naam, en ik wil het niet."))).toBe("made");
    const [{ id: appealId }] = (await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.reportId, made)))) as [{ id: string }];
    expect(await asViewer(second, (tx) => decideAppeal(tx, appealId, "overturned", "Een naam hoort er niet in."))).toBe("overturned");
    expect(await seen(me, id)).toBeNull();
    expect(await asViewer(author, (tx) => hidingsOfPosts(tx))).toMatchObject([{ subjectId: id, duration: "for_good" }]);
    expect(await mailsTo([author.residentId], "post-hidden")).toEqual([author.residentId]);
  });

  test("is hidden again when a backup from before is restored, and shown when that was lifted since", async () => {
    vi.stubEnv("JOURNAL_FILE", join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt"));
    const { id, me, author, first } = await promised();
    const made = (await file(me, id))!;
    await asViewer(first, (tx) => hideReported(tx, made, decision));
    const restored = async () => {
      await asWorker(async (tx) => {
        await tx.delete(hiding).where(eq(hiding.subjectId, id));
        await tx.update(municipalPost).set({ hiddenAt: null }).where(eq(municipalPost.id, id));
      });
      await asOwner(database, "delete from journal_entry");
      await replayJournal(database.connection);
      return (await seen(me, id)) !== null;
    };
    expect(await restored()).toBe(false);
    const [again] = await asViewer(author, (tx) => hidingsOfPosts(tx));
    expect(again).toMatchObject({ subjectId: id, duration: "for_good" });
    expect(await asViewer(first, (tx) => liftHiding(tx, again!.id))).toBe(true);
    expect(await restored()).toBe(true);
    vi.unstubAllEnvs();
  });
});
