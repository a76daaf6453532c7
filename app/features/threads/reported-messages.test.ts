import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { account } from "../../../db/schema/auth.ts";
import { membership } from "../../../db/schema/people.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { privateMessage } from "../../../db/schema/threads.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { hideReported } from "../moderation/hide-reported.server.ts";
import { lookAtReported } from "../moderation/look-at-reported.server.ts";
import { ownDisclosures, ownHidings } from "../moderation/own-hidings.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import { seenAsNeighbour } from "../moderation/seen-as-neighbour.server.ts";
import type { Resident } from "../session/viewer.ts";
import { askNeighbour } from "./ask-neighbour.server.ts";
import { forgetWriter } from "./forget-threads.server.ts";
import { findThread } from "./own-threads.server.ts";
import { takeBackMessage } from "./take-back-message.server.ts";
import { writeMessage } from "./write-message.server.ts";

const write = (who: Resident, id: string, body: string) => asViewer(who, (tx) => writeMessage(tx, who, id, { body }));
const read = async (who: Resident, id: string) => (await asViewer(who, (tx) => findThread(tx, who, id)))!.messages;
const report = (who: Resident, id: string) => asViewer(who, (tx) => reportItem(tx, who, { kind: "private_message", id }, { category: "offensive", note: null }));
const why = { reason: "report", note: null } as const;
const decision = { rule: "offensive", duration: "until_changed", reason: "Dit is beledigend voor een buur." } as const;

async function quarrel() {
  const { me, housemate, sameStreet, otherStreet, here } = await neighbours();
  const about = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2021, costRange: null, doneBy: null, audience: "neighbourhood", mayAsk: true }));
  const id = (await asViewer(sameStreet, (tx) => askNeighbour(tx, sameStreet, { kind: "measure", id: about }, { body: "1" })))!;
  for (const [who, body] of [[me, "2"], [sameStreet, "3"], [me, "4"], [sameStreet, "5 lelijk"], [me, "6"], [sameStreet, "7"], [me, "8"], [sameStreet, "9"]] as const) await write(who, id, body);
  const ugly = (await read(me, id)).find(({ body }) => body === "5 lelijk")!.id;
  return { me, housemate, sameStreet, otherStreet, id, ugly, viewer: (await moderator(here.code)).viewer };
}

describe.each(databaseKinds)("a message that is reported, on %s", (kind) => {
  testDatabase(kind);

  test("is reported by who got it and by nobody else", async () => {
    const { me, housemate, sameStreet, otherStreet, ugly } = await quarrel();
    for (const who of [sameStreet, housemate, otherStreet]) expect(await report(who, ugly)).toBeNull();
    expect(await report(me, ugly)).toEqual(expect.any(String));
  });

  test("is read by a moderator with three messages before and after it, and both who wrote those read the look", async () => {
    const { me, housemate, sameStreet, ugly, viewer } = await quarrel();
    expect(await asViewer(viewer, (tx) => tx.select({ id: privateMessage.id }).from(privateMessage)), "nothing without a look").toEqual([]);
    const reported = (await report(me, ugly))!;
    expect(await asViewer(viewer, (tx) => seenAsNeighbour(tx, { report: reported }))).toBeNull();
    const item = await asViewer(viewer, (tx) => lookAtReported(tx, reported, why));
    expect(item).toMatchObject({ what: "private_message", kind: "glazing", audience: "thread" });
    const around = item && item !== "taken-back" && item.what === "private_message" ? item.around : [];
    expect(around.map(({ note, reported: it, same }) => [note, it, same])).toEqual([
      ["2", false, false], ["3", false, true], ["4", false, false], ["5 lelijk", true, true], ["6", false, false], ["7", false, true], ["8", false, false],
    ]);
    for (const who of [me, sameStreet]) expect(await asViewer(who, (tx) => ownDisclosures(tx, who))).toMatchObject([{ what: "private_message", reason: "report" }]);
    expect(await asViewer(housemate, (tx) => ownDisclosures(tx, housemate)), "a housemate learns nothing of it").toEqual([]);
  });

  test("is hidden for good from who got it; who wrote it is told, and their housemates are not", async () => {
    const { me, sameStreet, housemate, id, viewer } = await quarrel();
    const mine = (await read(sameStreet, id)).find(({ body }) => body === "2")!.id;
    const reported = (await report(sameStreet, mine))!;
    expect(await asViewer(viewer, (tx) => hideReported(tx, reported, decision))).toBe("hidden");
    expect((await read(sameStreet, id)).map(({ body }) => body)).not.toContain("2");
    expect((await read(me, id)).find(({ body }) => body === "2")).toMatchObject({ hidden: true });
    expect(await asViewer(me, (tx) => ownHidings(tx, me))).toMatchObject([{ subjectKind: "private_message", duration: "for_good" }]);
    expect(await asViewer(housemate, (tx) => ownHidings(tx, housemate))).toEqual([]);
    const told = await asWorker((tx) => tx.select({ accountId: outbox.accountId }).from(outbox).where(eq(outbox.template, "item-hidden")));
    expect(told.map(({ accountId }) => accountId).filter((account) => account === me.accountId || account === housemate.accountId)).toEqual([me.accountId]);
  });

  test("is nobody's business any more once it was taken back", async () => {
    const { me, sameStreet, ugly, viewer } = await quarrel();
    const reported = (await report(me, ugly))!;
    await asViewer(sameStreet, (tx) => takeBackMessage(tx, sameStreet, ugly));
    expect(await asViewer(viewer, (tx) => lookAtReported(tx, reported, why))).toBe("taken-back");
    expect(await asViewer(sameStreet, (tx) => ownDisclosures(tx, sameStreet))).toEqual([]);
  });

  test("leaves a tombstone when its writer is erased: no words, no name, no id", async () => {
    const { me, sameStreet, id, ugly } = await quarrel();
    await report(me, ugly);
    await asWorker(async (tx) => {
      await forgetWriter(tx, sameStreet.accountId);
      await tx.delete(membership).where(eq(membership.residentId, sameStreet.residentId));
    });
    await asAuth((tx) => tx.delete(account).where(eq(account.id, sameStreet.accountId)));
    expect((await read(me, id)).map(({ body }) => body)).toEqual([null, "2", null, "4", null, "6", null, "8", null]);
    const left = JSON.stringify(await asWorker((tx) => tx.select().from(privateMessage).where(eq(privateMessage.threadId, id))));
    for (const gone of [sameStreet.residentId, sameStreet.householdId, "lelijk"]) expect(left).not.toContain(gone);
    expect((await asViewer(me, (tx) => findThread(tx, me, id)))!.open).toBe(false);
  });
});
