import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { appeal, hiding, measure, photo, secondLook, wish } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { changeMeasure } from "../measures/change-measure.server.ts";
import { removePhoto } from "../measures/remove-photo.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { forgetTraces } from "../privacy/forget-traces.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { askSecondLook } from "./ask-second-look.server.ts";
import { decideAppeal } from "./decide-appeal.server.ts";
import { decideSecondLook } from "./decide-second-look.server.ts";
import { hideReported } from "./hide-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { moderationQueue } from "./moderation-queue.server.ts";
import { objectTo } from "./object-to.server.ts";
import { ownHiding, ownHidings } from "./own-hidings.server.ts";
import { reportItem } from "./report-item.server.ts";
import { moderatedSecondLook, ownSecondLook } from "./second-looks.server.ts";

const why = { rule: "personal_data", reason: "Op de foto staat het kenteken van de buren." } as const;
const answer = "Het kenteken staat er nog op.";

/** Something of `me` that is hidden, with two moderators who live elsewhere. */
async function hidden({ what = "measure", duration = "until_changed" }: { what?: "measure" | "wish"; duration?: "until_changed" | "for_good" } = {}) {
  const people = await neighbours();
  const { me, otherStreet, here } = people;
  const id = await asViewer(me, (tx) =>
    what === "measure"
      ? shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2021, costRange: null, doneBy: null, audience: "neighbourhood" })
      : shareWish(tx, me, { scope: "neighbourhood", title: "Meer bomen", audience: "neighbourhood" }),
  );
  const reportId = (await asViewer(otherStreet, (tx) => reportItem(tx, otherStreet, { kind: what, id }, { category: "personal_data", note: null })))!;
  const [first, second] = [(await moderator(here.code)).viewer, (await moderator(here.code)).viewer];
  expect(await asViewer(first, (tx) => hideReported(tx, reportId, { ...why, duration }))).toBe("hidden");
  const [own] = await asViewer(me, (tx) => ownHidings(tx, me));
  await deliveredMails();
  return { ...people, id, reportId, hidingId: own!.id, first, second };
}
const ask = (who: Resident, hidingId: string) => asViewer(who, (tx) => askSecondLook(tx, hidingId));
const decide = (who: Moderator, id: string, outcome: "lifted" | "left") => asViewer(who, (tx) => decideSecondLook(tx, id, outcome, answer));
const change = (who: Resident, id: string) => asViewer(who, (tx) => changeMeasure(tx, who, id, { year: 2020 }));
const openOf = async (hidingId: string) => (await asWorker((tx) => tx.select({ id: secondLook.id }).from(secondLook).where(eq(secondLook.hidingId, hidingId)).orderBy(sql`created_at desc`)))[0]!.id;
const seen = async (who: Resident, id: string, table: typeof measure | typeof wish = measure) => (await asViewer(who, (tx) => tx.select({ id: table.id }).from(table).where(eq(table.id, id)))).length === 1;

describe.each(databaseKinds)("second looks on %s", (kind) => {
  const database = testDatabase(kind);
  afterEach(() => vi.unstubAllEnvs());

  it("are asked once per change, by any adult of the household, and wait for every moderator who is not too close", async () => {
    const { me, housemate, sameStreet, otherStreet, id, hidingId, first, second } = await hidden();
    expect(await ask(me, hidingId)).toBe("unchanged");
    expect(await asViewer(me, (tx) => ownSecondLook(tx, me, hidingId))).toEqual({ last: null, mayAsk: false });
    await change(me, id);
    expect(await asViewer(me, (tx) => ownSecondLook(tx, me, hidingId))).toMatchObject({ mayAsk: true });
    for (const stranger of [sameStreet, otherStreet]) expect(await ask(stranger, hidingId)).toBeNull();
    expect(await ask(housemate, hidingId)).toBe("asked");
    expect(await ask(me, hidingId)).toBe("again");
    for (const viewer of [first, second]) {
      expect((await asViewer(viewer, (tx) => moderationQueue(tx, viewer))).filter(({ what }) => what === "again")).toMatchObject([{ category: "personal_data", days: 0 }]);
    }
    const close: Moderator = { ...me, moderates: [me.neighbourhoodCode] };
    expect((await asViewer(close, (tx) => moderationQueue(tx, close))).map(({ what }) => what)).toEqual(["other"]);
    const lookId = await openOf(hidingId);
    expect(await asViewer(close, (tx) => moderatedSecondLook(tx, close, lookId))).toBeNull();
    expect(await decide(close, lookId, "lifted")).toBeNull();
    expect(await decide({ ...otherStreet, moderates: [] } as unknown as Moderator, lookId, "lifted")).toBeNull();
  });

  it("show it again and tell the household, or leave it with a reason that the household reads", async () => {
    const { me, housemate, otherStreet, id, hidingId, second } = await hidden();
    await change(me, id);
    await ask(me, hidingId);
    const lookId = await openOf(hidingId);
    expect(await asViewer(second, (tx) => lookAtReported(tx, lookId, { reason: "changed", note: null }))).toMatchObject({ what: "measure", facts: { year: 2020 } });
    expect(await decide(second, lookId, "left")).toBe("left");
    expect(await decide(second, lookId, "lifted")).toBe("decided");
    expect((await deliveredMails()).map(({ to, subject }) => `${subject} ${to}`).sort()).toEqual([me, housemate].map(({ email }) => `Een beheerder keek opnieuw: het blijft verborgen ${email}`).sort());
    expect(await asViewer(housemate, (tx) => ownSecondLook(tx, housemate, hidingId))).toMatchObject({ mayAsk: false, last: { answer } });
    expect(await ask(me, hidingId)).toBe("unchanged");
    expect(await seen(otherStreet, id)).toBe(false);
    await change(me, id);
    expect(await ask(me, hidingId)).toBe("asked");
    expect(await decide(second, await openOf(hidingId), "lifted")).toBe("lifted");
    expect(await seen(otherStreet, id)).toBe(true);
    expect((await deliveredMails()).map(({ subject }) => subject)).toEqual(["Wat jij deelde is weer te zien", "Wat jij deelde is weer te zien"]);
  });

  it("count a photo that went as a change", async () => {
    const { me, id, hidingId } = await hidden();
    const [made] = await asWorker((tx) => tx.insert(photo).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, measureId: id, mime: "image/webp", width: 1, height: 1, bytes: new Uint8Array([1]) }).returning({ id: photo.id }));
    expect(await ask(me, hidingId)).toBe("unchanged");
    await asViewer(me, (tx) => removePhoto(tx, me, made!.id));
    expect(await ask(me, hidingId)).toBe("asked");
  });

  it("are three in 24 hours for a household, and none of what is hidden for good", async () => {
    const { me, id, hidingId, second } = await hidden();
    for (let time = 0; time < 3; time++) {
      await change(me, id);
      expect(await ask(me, hidingId)).toBe("asked");
      expect(await decide(second, await openOf(hidingId), "left")).toBe("left");
    }
    await change(me, id);
    expect(await ask(me, hidingId)).toBe("too_many");
    const forGood = await hidden({ duration: "for_good" });
    await change(forGood.me, forGood.id);
    expect(await ask(forGood.me, forGood.hidingId)).toBeNull();
  });

  it("stay apart from an objection: neither is asked nor decided while one waits", async () => {
    const { me, id, hidingId, first, second } = await hidden();
    await change(me, id);
    await ask(me, hidingId);
    expect(await asViewer(me, (tx) => objectTo(tx, hidingId, "Het is mijn eigen auto."))).toBe("made");
    expect(await decide(second, await openOf(hidingId), "lifted")).toBe("waits");
    const [made] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.hidingId, hidingId)));
    expect(await asViewer(second, (tx) => decideAppeal(tx, made!.id, "overturned", answer))).toBe("overturned");
    expect(await decide(first, await openOf(hidingId), "left"), "there is nothing hidden any more").toBe("decided");
    expect((await asViewer(first, (tx) => moderationQueue(tx, first))).filter(({ what }) => what === "again")).toEqual([]);
  });

  it("and objections are about a wish as well, and the statement names it", async () => {
    const { me, otherStreet, id, hidingId, second } = await hidden({ what: "wish" });
    expect(await asViewer(me, (tx) => ownHiding(tx, me, hidingId))).toMatchObject({ subjectKind: "wish", subject: { title: "Meer bomen" } });
    expect(await asViewer(me, (tx) => objectTo(tx, hidingId, "Bomen mogen toch wel."))).toBe("made");
    const [made] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.hidingId, hidingId)));
    expect(await asViewer(second, (tx) => lookAtReported(tx, made!.id, { reason: "appeal", note: null }))).toMatchObject({ what: "wish", title: "Meer bomen" });
    expect(await seen(otherStreet, id, wish)).toBe(false);
    expect(await asViewer(second, (tx) => decideAppeal(tx, made!.id, "overturned", answer))).toBe("overturned");
    expect(await seen(otherStreet, id, wish)).toBe(true);
  });

  it("and every other end of a hiding are done again after a restore, whichever the backup had", async () => {
    vi.stubEnv("JOURNAL_FILE", join(mkdtempSync(join(tmpdir(), "buurhof-looks-")), "journal.txt"));
    const { me, otherStreet, id, hidingId, second } = await hidden();
    expect(await asViewer(second, (tx) => liftHiding(tx, hidingId))).toBe(true);
    const kinds = readFileSync(process.env.JOURNAL_FILE!, "utf8").trim().split("\n").map((line) => line.split(" ")).filter(([, , subject]) => subject === id).map(([, what, , , by]) => [what, by]);
    expect(kinds).toEqual([["hiding", hidingId], ["hiding_end", hidingId]]);
    const restored = async (script: string) => {
      await asOwner(database, `${script}; delete from journal_entry where subject_id = '${id}'`);
      await replayJournal(database.connection);
      return [await seen(otherStreet, id), (await asViewer(me, (tx) => ownHidings(tx, me))).length];
    };
    const unhide = `delete from hiding where id = '${hidingId}'; update measure set hidden_at = null where id = '${id}'`;
    expect(await restored(unhide), "of before the hiding").toEqual([true, 0]);
    const hideAgain = `update hiding set lifted_at = null, lifted_by = null where id = '${hidingId}'; update measure set hidden_at = now() where id = '${id}'`;
    expect(await restored(hideAgain), "of before its end").toEqual([true, 0]);
    await asWorker((tx) => tx.insert(hiding).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, subjectKind: "measure", subjectId: id, moderatorId: me.residentId, rule: "other", reason: "Nog een reden." }));
    expect(await restored(hideAgain), "while another decision hides it").toEqual([false, 1]);
  });

  it("lose their texts after 24 months, and so does a hiding that was lifted", async () => {
    const { me, id, hidingId, second } = await hidden();
    await change(me, id);
    await ask(me, hidingId);
    await decide(second, await openOf(hidingId), "lifted");
    const texts = () => asWorker(async (tx) => [
      (await tx.select({ text: secondLook.answer }).from(secondLook).where(eq(secondLook.hidingId, hidingId)))[0]!.text,
      (await tx.select({ text: hiding.reason }).from(hiding).where(eq(hiding.id, hidingId)))[0]!.text,
    ]);
    const passed = (months: number) => asOwner(database, `update hiding set lifted_at = now() - interval '${months} months'; update second_look set decided_at = now() - interval '${months} months' where decided_at is not null`);
    await passed(23);
    await forgetTraces();
    expect(await texts()).toEqual([answer, why.reason]);
    await passed(25);
    await forgetTraces();
    expect(await texts()).toEqual([null, null]);
  });
});
