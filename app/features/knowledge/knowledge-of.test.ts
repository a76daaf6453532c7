import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { type Audience, membership } from "../../../db/schema/people.ts";
import { outcomeVerdict, question as questions } from "../../../db/schema/questions.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { saveKoploper } from "../koplopers/save-koploper.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { askQuestion } from "../questions/ask-question.server.ts";
import { askWhetherTheyHold } from "../questions/days-of-questions.server.ts";
import { giveAnswer } from "../questions/give-answer.server.ts";
import { judgeOutcome } from "../questions/judge-outcome.server.ts";
import { mergeQuestion } from "../questions/merge-question.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { kindsKnown } from "./kinds-known.server.ts";
import { knowledgeOf } from "./knowledge-of.server.ts";

const kind: MeasureKind = "floor_insulation";
const ask = (who: Resident, title: string, audience: "street" | "neighbourhood" = "neighbourhood", about: { aboutHome?: boolean; measureKind?: MeasureKind } = {}) =>
  asViewer(who, (tx) => askQuestion(tx, who, { title, body: null, measureKind: kind, place: null, aboutHome: false, commercial: false, audience, ...about }));
const find = async (who: Resident, id: string, holds: Partial<{ dwellingTypes: ("terraced" | "detached")[]; buildingPeriods: "3"[]; foundOn: string }> = {}) =>
  (await asViewer(who, (tx) => giveAnswer(tx, who, id, { body: "Het kan.", commercial: false, source: "Een offerte", foundOn: "2026-01-02", costRange: "500_2000", dwellingTypes: [], buildingPeriods: [], ...holds })))!;
const have = (who: Resident, experience: string | null, more: { audience?: Audience; mayAsk?: boolean } = {}) =>
  asViewer(who, async (tx) => {
    const id = await shareMeasure(tx, who, { kind, state: "done", year: 2020, costRange: "500_2000", doneBy: null, satisfaction: 5, audience: more.audience ?? "neighbourhood" });
    await tx.update(measure).set({ experience, mayAsk: more.mayAsk ?? false }).where(eq(measure.id, id));
    return id;
  });
const read = (who: Resident, about: MeasureKind = kind) => asViewer(who, (tx) => knowledgeOf(tx, who, about));
const index = (who: Resident) => asViewer(who, (tx) => kindsKnown(tx, who));
const ofType = (who: Resident, dwellingType: "terraced" | "detached") => asWorker((tx) => tx.update(dwelling).set({ dwellingType }).where(eq(dwelling.id, who.dwellingId)));

describe.each(databaseKinds)("what neighbours know of a measure, on %s", (database) => {
  testDatabase(database);

  it("is what was found out, asked, lived with and offered, as far as it is shared with me", async () => {
    const { me, sameStreet, otherStreet, stranger } = await neighbours();
    const question = await ask(sameStreet, "Werkt het bij een natte kruipruimte?");
    const open = await ask(otherStreet, "Wie doet mee?");
    const outcome = await find(otherStreet, question);
    const measureId = await have(sameStreet, "Geen koude voeten meer.", { mayAsk: true });
    await have(otherStreet, null, { audience: "household" });
    const badge = await asViewer(otherStreet, (tx) => saveKoploper(tx, otherStreet, { kinds: [kind], line: "Vraag maar", place: "street_only", audience: "neighbourhood" }));
    const known = await read(me);
    expect(known.found).toMatchObject({ count: 1, outcomes: [{ id: outcome, questionId: question, source: "Een offerte", costRange: "500_2000", foundOn: "2026-01-02", stale: false, own: false }] });
    expect(known.open).toMatchObject({ count: 1, questions: [{ id: open }] });
    expect(known.experiences).toMatchObject([{ id: measureId, experience: "Geen koude voeten meer.", satisfaction: 5 }]);
    expect(known.askable.map(({ id }) => id)).toEqual([measureId]);
    expect(known.koplopers).toMatchObject({ count: 1, first: [{ id: badge, number: null, shownName: null }] });
    expect(known.visits, "a front-runner can be visited by appointment").toMatchObject({ count: 1, first: [{ visit: { number: null } }] });
    expect(await index(me)).toEqual([{ kind, outcomes: 1, open: 1, homes: 1, koplopers: 1, visits: 1 }]);
    for (const [who, about] of [[stranger, kind], [me, "glazing"]] as const) {
      expect(await read(who, about)).toMatchObject({
        found: { count: 0, outcomes: [] }, open: { count: 0, questions: [] }, told: { here: { count: 0 } }, experiences: [], koplopers: { count: 0, first: [] }, askable: [], visits: { count: 0, first: [] },
      });
    }
    expect(await index(stranger)).toEqual([]);
  });

  it("says nothing of what goes to another street, of who is blocked, and of what is taken back", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const question = await ask(otherStreet, "Alleen voor de straat", "street");
    await find(otherStreet, question);
    await have(otherStreet, "Alleen voor de straat", { audience: "street" });
    expect(await index(me)).toEqual([]);
    const toAll = await ask(otherStreet, "Voor iedereen");
    const outcome = await find(otherStreet, toAll);
    const mine = await have(otherStreet, "Voor iedereen");
    await asViewer(otherStreet, (tx) => saveKoploper(tx, otherStreet, { kinds: [kind], line: null, place: "home", audience: "neighbourhood" }));
    expect(await index(me)).toMatchObject([{ outcomes: 1, homes: 1, koplopers: 1 }]);
    const behind = await asViewer(me, (tx) => neighbourBehind(tx, me, { what: "answer", id: outcome }));
    await asViewer(me, (tx) => blockNeighbour(tx, me, behind!));
    expect(await index(me)).toEqual([]);
    expect(await index(sameStreet), "for others nothing changes").toHaveLength(1);
    const before = (await read(otherStreet)).found;
    await find(me, await ask(sameStreet, "Nog een"));
    expect(await read(sameStreet)).toMatchObject({ found: { count: 2 } });
    expect((await read(otherStreet)).found, "nor does who is blocked read what I found out").toEqual(before);
    await asViewer(otherStreet, (tx) => withdrawItem(tx, otherStreet, measure, mine));
    await asViewer(otherStreet, (tx) => withdrawItem(tx, otherStreet, questions, toAll));
    expect(await index(sameStreet)).toMatchObject([{ outcomes: 1, homes: 0, koplopers: 1 }]);
  });

  it("begins with homes like mine, and leaves what holds for other homes for later", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    await ofType(me, "terraced");
    await ofType(sameStreet, "detached");
    await ofType(otherStreet, "terraced");
    const question = await ask(sameStreet, "Wat kost het?");
    const forAll = await find(sameStreet, question, { foundOn: "2025-03-01" });
    const forOthers = await find(sameStreet, question, { dwellingTypes: ["detached"], foundOn: "2026-03-01" });
    const forMine = await find(otherStreet, question, { dwellingTypes: ["terraced"], buildingPeriods: ["3"], foundOn: "2024-03-01" });
    expect((await read(me)).found.outcomes.map(({ id, likeMine }) => [id, likeMine])).toEqual([[forMine, true], [forAll, false], [forOthers, false]]);
    const near = await have(sameStreet, "In een vrijstaand huis.");
    await have(otherStreet, null);
    const alike = await have(otherStreet, "In een huis als het mijne.");
    expect((await read(me)).experiences.map(({ id, likeMine }) => [id, likeMine])).toEqual([[alike, true], [near, false]]);
    const newest = await ask(sameStreet, "Over een ander huis", "neighbourhood", { aboutHome: true });
    const likeMine = await ask(otherStreet, "Over een huis als het mijne", "neighbourhood", { aboutHome: true });
    await ask(sameStreet, "Over geen huis");
    expect((await read(me)).open.questions.map(({ id }) => id).at(0)).toBe(likeMine);
    expect((await read(me)).open.questions.map(({ id }) => id)).toContain(newest);
  });

  it("asks after a year whether an outcome still holds, and leaves out what its asker found wanting", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const question = await ask(sameStreet, "Klopt dat?");
    const outcome = await find(otherStreet, question);
    await asViewer(sameStreet, (tx) => judgeOutcome(tx, sameStreet, outcome, { verdict: "accepted" }));
    expect((await read(me)).found.outcomes).toMatchObject([{ accepted: true, stale: false, confirmedAt: null }]);
    await asWorker((tx) => askWhetherTheyHold(tx, new Date(Date.now() + 400 * 86_400_000)));
    // The clock of the test ran ahead: what is said from now on comes after.
    await asWorker((tx) => tx.update(outcomeVerdict).set({ createdAt: new Date(Date.now() - 1000) }).where(eq(outcomeVerdict.verdict, "asked_again")));
    expect((await read(me)).found.outcomes).toMatchObject([{ accepted: true, stale: true }]);
    await asViewer(me, (tx) => judgeOutcome(tx, me, outcome, { verdict: "confirmed" }));
    expect((await read(me)).found.outcomes).toMatchObject([{ stale: false, confirmedAt: expect.any(Date) as Date }]);
    await asViewer(sameStreet, (tx) => judgeOutcome(tx, sameStreet, outcome, { verdict: "missing", note: "En de prijs?" }));
    expect((await read(me)).found).toEqual({ count: 0, outcomes: [] });
    expect((await index(me))[0]?.outcomes ?? 0).toBe(0);
  });

  it("keeps what was found out at a question that points on to another", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [first, second] = [await ask(sameStreet, "Kent iemand een glaszetter?"), await ask(otherStreet, "Wie kent een glaszetter?")];
    const outcome = await find(me, first);
    expect(await asViewer(sameStreet, (tx) => mergeQuestion(tx, sameStreet, first, second))).toBe("merged");
    expect((await read(me)).found.outcomes.map(({ id, own }) => [id, own])).toEqual([[outcome, true]]);
    expect((await read(me)).open.questions.map(({ id }) => id)).toEqual([second]);
  });

  it("offers no more than the first of each, with how many there are", async () => {
    const { me, sameStreet } = await neighbours();
    for (let n = 0; n < 7; n++) await find(sameStreet, await ask(sameStreet, `Vraag ${n} uit de straat`));
    for (let n = 0; n < 4; n++) await ask(sameStreet, `Open vraag ${n}`);
    const known = await read(me);
    expect([known.found.count, known.found.outcomes.length, known.open.count, known.open.questions.length]).toEqual([7, 5, 4, 3]);
  });

  it("names nobody who may be asked that cannot answer any more", async () => {
    const { me, sameStreet } = await neighbours();
    await have(sameStreet, "Vraag gerust", { mayAsk: true });
    expect((await read(me)).askable).toHaveLength(1);
    await asWorker((tx) => tx.update(membership).set({ endedAt: new Date(), endedReason: "left" }).where(eq(membership.residentId, sameStreet.residentId)));
    expect((await read(me)).askable).toEqual([]);
  });
});
