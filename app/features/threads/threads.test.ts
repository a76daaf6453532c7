import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { measure } from "../../../db/schema/sharing.ts";
import { privateMessage, privateThread } from "../../../db/schema/threads.ts";
import { koploper } from "../../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { unblockNeighbour } from "../blocks/unblock-neighbour.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { moveOut } from "../households/move-out.server.ts";
import { returnHome } from "../households/return-home.server.ts";
import { splitHousehold } from "../households/split-household.server.ts";
import { mayHear } from "../live/may-hear.server.ts";
import { saveKoploper } from "../koplopers/save-koploper.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { askNeighbour } from "./ask-neighbour.server.ts";
import { endThread } from "./end-thread.server.ts";
import { eraseOldThreads } from "./forget-threads.server.ts";
import { findThread, messageOfOther, ownThreads } from "./own-threads.server.ts";
import { sendQuestion } from "./send-message.server.ts";
import { takeBackMessage } from "./take-back-message.server.ts";
import { whomToAsk } from "./whom-to-ask.server.ts";
import { writeMessage } from "./write-message.server.ts";

const facts = { kind: "heat_pump_hybrid", state: "done", year: 2023, costRange: null, doneBy: null } as const;
const shared = (who: Resident, more: { audience?: "street" | "neighbourhood" | "household"; mayAsk?: boolean } = {}) => asViewer(who, (tx) => shareMeasure(tx, who, { ...facts, audience: "neighbourhood", mayAsk: true, ...more }));
const ask = (who: Resident, id: string, body = "Hoor je hem buiten?") => asViewer(who, (tx) => askNeighbour(tx, who, { kind: "measure", id }, { body }));
const write = (who: Resident, id: string, body: string) => asViewer(who, (tx) => writeMessage(tx, who, id, { body }));
const read = (who: Resident, id: string) => asViewer(who, (tx) => findThread(tx, who, id));
const bodies = async (who: Resident, id: string) => (await read(who, id))?.messages.map(({ body }) => body);

describe.each(databaseKinds)("private threads on %s", (kind) => {
  testDatabase(kind);

  test("are between who asks and who shared it, and nobody else reads them", async () => {
    const { me, housemate, flatmate, sameStreet, stranger } = await neighbours();
    const about = await shared(me);
    const id = (await ask(sameStreet, about))!;
    expect(await write(me, id, "Alleen als het hard vriest.")).toBe(true);
    for (const who of [me, sameStreet]) expect(await bodies(who, id)).toEqual(["Hoor je hem buiten?", "Alleen als het hard vriest."]);
    for (const who of [housemate, flatmate, stranger]) {
      expect([await read(who, id), await write(who, id, "Ik ook!"), await asViewer(who, (tx) => endThread(tx, who, id)), await mayHear(who, "thread", id)]).toEqual([null, false, false, null]);
      expect(await asViewer(who, (tx) => ownThreads(tx, who))).toEqual([]);
    }
    expect([await mayHear(me, "thread", id), await mayHear(sameStreet, "thread", id)]).toEqual([`thread ${id}`, `thread ${id}`]);
    expect(await asViewer(sameStreet, (tx) => ownThreads(tx, sameStreet))).toMatchObject([{ id, asked: true, myTurn: true, measureKind: facts.kind, measureId: about, shownName: null }]);
    expect(await asViewer(me, (tx) => ownThreads(tx, me))).toMatchObject([{ id, asked: false, myTurn: false }]);
  });

  test("begin only where something is shared with who asks and questions are welcome", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet, stranger } = await neighbours();
    const [open, closed, street, own] = [await shared(me), await shared(me, { mayAsk: false }), await shared(me, { audience: "street" }), await shared(me, { audience: "household" })];
    expect(await ask(sameStreet, closed), "no questions").toBeNull();
    expect(await ask(sameStreet, own), "not shared").toBeNull();
    expect(await ask(otherStreet, street), "not with them").toBeNull();
    expect(await ask(stranger, open), "another neighbourhood").toBeNull();
    expect(await ask(housemate, open), "the own household").toBeNull();
    await asViewer(me, (tx) => withdrawMeasure(tx, me, street));
    expect(await ask(sameStreet, street), "taken back").toBeNull();
    await asWorker((tx) => tx.update(measure).set({ residentId: crypto.randomUUID() }).where(eq(measure.id, closed)));
    await asWorker((tx) => tx.update(measure).set({ mayAsk: true }).where(eq(measure.id, closed)));
    expect(await ask(flatmate, closed), "of somebody without a log-in").toBeNull();
    const first = await ask(flatmate, open);
    expect(first).not.toBeNull();
    expect(await ask(flatmate, open, "En nog iets."), "goes on in the same thread").toBe(first);
    expect((await asViewer(flatmate, (tx) => whomToAsk(tx, flatmate, { kind: "measure", id: open })))?.threadId).toBe(first);
  });

  test("refuse what only a forged statement would write: for another, to another, about what nobody shared", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    const row = { neighbourhoodCode: otherStreet.neighbourhoodCode, threadId: id, householdId: otherStreet.householdId, streetId: otherStreet.streetId, residentId: otherStreet.residentId, toHouseholdId: me.householdId, toResidentId: me.residentId, body: "Hallo" };
    await expect(asViewer(otherStreet, (tx) => tx.insert(privateMessage).values(row))).rejects.toThrow();
    await expect(asViewer(sameStreet, (tx) => tx.insert(privateMessage).values({ ...row, householdId: sameStreet.householdId, streetId: sameStreet.streetId, residentId: sameStreet.residentId, toHouseholdId: otherStreet.householdId, toResidentId: otherStreet.residentId }))).rejects.toThrow();
    const thread = { neighbourhoodCode: me.neighbourhoodCode, aboutKind: "measure" as const, aboutId: crypto.randomUUID(), askerId: me.residentId, askerHouseholdId: me.householdId, askerStreetId: me.streetId, askedId: otherStreet.residentId, askedHouseholdId: otherStreet.householdId, askedStreetId: otherStreet.streetId };
    await expect(asViewer(me, (tx) => tx.insert(privateThread).values(thread))).rejects.toThrow();
    await expect(asViewer(me, (tx) => tx.update(privateThread).set({ askerName: "Iemand anders" }))).rejects.toThrow();
    await expect(asViewer(me, (tx) => tx.update(privateMessage).set({ body: "Anders" }))).rejects.toThrow();
  });

  test("take back a message for good: its words are gone for both, that it stood there stays", async () => {
    const { me, sameStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    const message = (await read(sameStreet, id))!.messages[0]!.id;
    expect(await asViewer(me, (tx) => takeBackMessage(tx, me, message)), "not by the other").toBeNull();
    expect(await asViewer(sameStreet, (tx) => takeBackMessage(tx, sameStreet, message))).toBe(id);
    expect(await asViewer(sameStreet, (tx) => takeBackMessage(tx, sameStreet, message)), "sent twice").toBe(id);
    for (const who of [me, sameStreet]) expect(await bodies(who, id)).toEqual([null]);
    const [kept] = await asWorker((tx) => tx.select({ body: privateMessage.body }).from(privateMessage).where(eq(privateMessage.id, message)));
    expect(kept).toEqual({ body: null });
  });

  test("end when either of the two ends them: what was said stays, nothing is added", async () => {
    const { me, sameStreet } = await neighbours();
    const about = await shared(me);
    const id = (await ask(sameStreet, about))!;
    expect(await asViewer(me, (tx) => endThread(tx, me, id))).toBe(true);
    expect([await write(me, id, "Toch nog"), await write(sameStreet, id, "Waarom?"), await ask(sameStreet, about, "Opnieuw")]).toEqual([false, false, null]);
    expect(await read(sameStreet, id)).toMatchObject({ open: false, thread: { endedByMe: false }, messages: [{ body: "Hoor je hem buiten?" }] });
    expect(await read(me, id)).toMatchObject({ thread: { endedByMe: true } });
  });

  test("are out of sight of both when one blocks the other, and back when that is undone", async () => {
    const { me, sameStreet } = await neighbours();
    const about = await shared(me);
    const id = (await ask(sameStreet, about))!;
    const message = await asViewer(me, (tx) => messageOfOther(tx, me, id));
    const block = await asViewer(me, async (tx) => blockNeighbour(tx, me, (await neighbourBehind(tx, me, { what: "message", id: message!.id }))!));
    for (const who of [me, sameStreet]) {
      expect([await read(who, id), await write(who, id, "Hallo?"), await mayHear(who, "thread", id), (await asViewer(who, (tx) => ownThreads(tx, who))).length]).toEqual([null, false, null, 0]);
    }
    expect(await ask(sameStreet, about)).toBeNull();
    await asViewer(me, (tx) => unblockNeighbour(tx, me, block!));
    expect(await bodies(sameStreet, id)).toEqual(["Hoor je hem buiten?"]);
  });

  test("show the names that were chosen, also when they change, and never a home", async () => {
    const { me, sameStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    await asViewer(sameStreet, (tx) => changeDisplayName(tx, sameStreet, "Noor"));
    const seen = (await read(me, id))!;
    expect(seen.thread.shownName).toBe("Noor");
    const text = JSON.stringify(seen);
    for (const hidden of [sameStreet.householdId, sameStreet.residentId, sameStreet.dwellingId, sameStreet.buildingId]) expect(text).not.toContain(hidden);
  });

  test("are out of sight when one of the two moves, back when they return, and emptied a week later", async () => {
    const { me, sameStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    await write(me, id, "Ja hoor.");
    await moveOut(sameStreet);
    expect(await bodies(me, id)).toEqual(["Ja hoor."]);
    expect([(await read(me, id))!.open, await write(me, id, "Ben je er nog?")]).toEqual([false, false]);
    await returnHome(sameStreet);
    expect(await bodies(me, id)).toEqual(["Hoor je hem buiten?", "Ja hoor."]);
    await moveOut(sameStreet);
    await asWorker((tx) => tx.execute(sql`update membership set ended_at = now() - interval '8 days' where resident_id = ${sameStreet.residentId}`));
    await asWorker(eraseOldThreads);
    expect(await bodies(me, id)).toEqual([null, "Ja hoor."]);
  });

  test("go along with who splits off, under no name, and not to who stays", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    await write(me, id, "Ja hoor.");
    await splitHousehold(me);
    const [thread] = await asWorker((tx) => tx.select({ householdId: privateThread.askedHouseholdId }).from(privateThread).where(eq(privateThread.id, id)));
    const alone = { ...me, householdId: thread!.householdId! };
    expect(alone.householdId).not.toBe(housemate.householdId);
    expect([await bodies(alone, id), await bodies(sameStreet, id), await read(housemate, id)]).toEqual([["Hoor je hem buiten?", "Ja hoor."], ["Hoor je hem buiten?", "Ja hoor."], null]);
  });

  test("begin at a badge too, under the name that it shows: none where it shows no home, also when a name is chosen later", async () => {
    const { me, housemate, sameStreet, otherStreet, stranger } = await neighbours();
    const badge = { kinds: ["glazing" as const], line: "Vraag maar", audience: "neighbourhood" as const };
    const save = (who: Resident, place: "street_only" | "home") => asViewer(who, (tx) => saveKoploper(tx, who, { ...badge, place }));
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Robin"));
    const robin = { ...me, displayName: "Robin" };
    const about = await save(robin, "street_only");
    const askAt = (who: Resident) => asViewer(who, (tx) => askNeighbour(tx, who, { kind: "koploper", id: about }, { body: "Hoe begin ik?" }));
    for (const who of [robin, housemate, stranger]) expect(await askAt(who)).toBeNull();
    const id = (await askAt(sameStreet))!;
    expect(await askAt(sameStreet), "a second question goes on there").toBe(id);
    await write(robin, id, "Begin bij de kieren.");
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Robin de Groot"));
    expect((await read(sameStreet, id))!.thread).toMatchObject({ aboutKind: "koploper", koploperId: about, shownName: null, measureKind: null });
    expect(JSON.stringify((await ownData(sameStreet)).privateMessage)).not.toContain("Robin");
    expect((await read(me, id))!.thread).toMatchObject({ koploperId: null, asked: false });
    await save(robin, "home");
    const named = (await askAt(otherStreet))!;
    expect((await read(otherStreet, named))!.thread.shownName).toBe("Robin de Groot");
    await asViewer(me, (tx) => withdrawItem(tx, me, koploper, about));
    expect(await asViewer(stranger, (tx) => whomToAsk(tx, stranger, { kind: "koploper", id: about }))).toBeNull();
    expect((await read(sameStreet, id))!.thread.koploperId, "the thread outlives the badge").toBeNull();
    expect(await write(sameStreet, id, "Dank je!")).toBe(true);
  });

  test("that a block hides are in the own download of both, with what each wrote themselves and no word of the other", async () => {
    const { me, sameStreet } = await neighbours();
    const id = (await ask(sameStreet, await shared(me)))!;
    await write(me, id, "Alleen als het hard vriest.");
    const kept = async (who: Resident) => {
      const { privateThread: threads, privateMessage: messages } = await ownData(who);
      return [threads.map((each) => each.id), messages.map(({ body, own }) => [body, own])];
    };
    await asViewer(me, async (tx) => blockNeighbour(tx, me, (await neighbourBehind(tx, me, { what: "message", id: (await messageOfOther(tx, me, id))!.id }))!));
    expect(await read(sameStreet, id)).toBeNull();
    expect([await kept(me), await kept(sameStreet)]).toEqual([[[id], [["Alleen als het hard vriest.", true]]], [[id], [["Hoor je hem buiten?", true]]]]);
  });

  test("are erased 24 months after the last message", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const about = await shared(me);
    const [old, young] = [(await ask(sameStreet, about))!, (await ask(otherStreet, about))!];
    await asWorker((tx) => tx.update(privateThread).set({ lastMessageAt: sql`now() - interval '25 months'` }).where(eq(privateThread.id, old)));
    expect(await asWorker(eraseOldThreads)).toBe(1);
    expect([await read(me, old), await bodies(me, young)]).toEqual([null, ["Hoor je hem buiten?"]]);
    expect(await asWorker((tx) => tx.select({ id: privateMessage.id }).from(privateMessage).where(eq(privateMessage.threadId, old)))).toEqual([]);
  });

  test("begin ten times a day at most, however they are asked", async () => {
    const { me, sameStreet } = await neighbours();
    const asked = [];
    for (let each = 0; each < 11; each++) asked.push(await shared(me));
    const form = new FormData();
    form.set("body", "Mag ik iets vragen?");
    const answers = [];
    for (const id of asked) {
      const answer = await sendQuestion(sameStreet, { kind: "measure", id }, form);
      answers.push("init" in answer ? answer.init?.status : answer.status);
    }
    expect(answers).toEqual([...Array<number>(10).fill(303), 429]);
  });
});
