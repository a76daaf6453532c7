import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { happening } from "../../../db/schema/notices.ts";
import { consent } from "../../../db/schema/people.ts";
import { answer, outcomeVerdict, question, questionClaim, questionFollow } from "../../../db/schema/questions.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { eraseWithdrawn } from "../sharing/erase-withdrawn.server.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { answersOf } from "./answers-of.server.ts";
import { askQuestion } from "./ask-question.server.ts";
import { changeAnswer } from "./change-answer.server.ts";
import { changeQuestionAudience } from "./change-question-audience.server.ts";
import { claimQuestion, releaseClaim } from "./claim-question.server.ts";
import { askWhetherTheyHold, releaseOverdue, remindClaimers, returnParked } from "./days-of-questions.server.ts";
import { findAnswer } from "./find-answer.server.ts";
import { findQuestion } from "./find-question.server.ts";
import { giveAnswer } from "./give-answer.server.ts";
import { judgeOutcome } from "./judge-outcome.server.ts";
import { readListChoice } from "./list-choice.ts";
import { mergeQuestion, undoMerge } from "./merge-question.server.ts";
import { parkQuestion, returnQuestion } from "./park-question.server.ts";
import { leftOfQuestion, questionPage } from "./question-page.server.ts";
import { questionList } from "./question-list.server.ts";
import { restoreAnswer } from "./restore-answer.server.ts";
import { similarQuestions } from "./similar-questions.server.ts";
import { thankAnswer, unthankAnswer } from "./thank-answer.server.ts";

const empty = { body: null, measureKind: null, place: null, aboutHome: false, commercial: false } as const;
const outcome = { body: "Het kan.", commercial: false, source: "Een offerte", foundOn: "2026-01-02", costRange: null, dwellingTypes: [], buildingPeriods: [] };
const day = 86_400_000;
const localDay = (from: Date, days: number) => new Date(from.getTime() + days * day).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
const ask = (who: Resident, title = "Wie weet een goede glaszetter?", audience: "household" | "street" | "neighbourhood" = "neighbourhood") => asViewer(who, (tx) => askQuestion(tx, who, { ...empty, title, audience }));
const say = (who: Resident, id: string, body = "Bel om de hoek.") => asViewer(who, (tx) => giveAnswer(tx, who, id, { body, commercial: false }));
const find = (who: Resident, id: string) => asViewer(who, (tx) => giveAnswer(tx, who, id, outcome));
const claim = (who: Resident, id: string, days = 7) => asViewer(who, (tx) => claimQuestion(tx, who, id, localDay(new Date(), days)));
const seen = (who: Resident, id: string) => asViewer(who, (tx) => findQuestion(tx, who, id));
const stateOf = async (who: Resident, id: string) => (await seen(who, id))?.state;
const shown = async (who: Resident, ...ids: string[]) => asViewer(who, (tx) => answersOf(tx, who, ids));
const list = async (who: Resident, query = "") => asViewer(who, (tx) => questionList(tx, who, readListChoice(new URLSearchParams(query))));
const told = async (id: string) => (await asWorker((tx) => tx.select({ kind: happening.kind }).from(happening).where(eq(happening.subjectId, id)))).map(({ kind }) => kind).sort();

describe.each(databaseKinds)("questions on %s", (kind) => {
  testDatabase(kind);

  it("are seen by their audience, and answers with them; narrowing takes both away", async () => {
    const { me, housemate, sameStreet, otherStreet, stranger } = await neighbours();
    const id = await ask(me);
    const said = (await say(otherStreet, id))!;
    for (const who of [me, housemate, sameStreet, otherStreet]) expect((await shown(who, id)).answers.map((each) => each.id)).toEqual([said]);
    expect(await seen(stranger, id)).toBeNull();
    expect(await say(stranger, id), "who doesn't see it cannot answer").toBeNull();
    await asViewer(me, (tx) => changeQuestionAudience(tx, me, id, "street"));
    expect(await seen(otherStreet, id)).toBeNull();
    expect((await shown(sameStreet, id)).answers, "a neighbour in the street still sees the answer").toHaveLength(1);
    expect(await asViewer(otherStreet, (tx) => findAnswer(tx, otherStreet, said)), "who answered keeps their own").toMatchObject({ own: true, questionTitle: null });
    await asViewer(me, (tx) => withdrawItem(tx, me, question, id));
    expect(await seen(sameStreet, id)).toBeNull();
    expect((await shown(sameStreet, id)).answers).toEqual([]);
  });

  it("leave to who replied their own words when they are taken back and erased, and to nobody else", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await ask(me);
    const [said, mine] = [(await find(sameStreet, id))!, (await say(me, id, "Van mij"))!];
    const left = (who: Resident) => asViewer(who, (tx) => leftOfQuestion(tx, who, id));
    await asViewer(me, (tx) => withdrawItem(tx, me, question, id));
    expect(await asViewer(sameStreet, (tx) => questionPage(tx, sameStreet, id))).toBeNull();
    expect([(await left(sameStreet))?.map((each) => each.id), await left(otherStreet)]).toEqual([[said], null]);
    await asWorker((tx) => tx.update(question).set({ withdrawnAt: new Date(Date.now() - 8 * day) }).where(eq(question.id, id)));
    await asWorker(eraseWithdrawn);
    expect([(await left(sameStreet))?.map((each) => each.body), await left(otherStreet), await left(me)]).toEqual([["Het kan."], null, null]);
    expect(await asWorker((tx) => tx.select().from(answer).where(eq(answer.id, mine))), "what the asker wrote goes along").toEqual([]);
    expect(await asWorker((tx) => askWhetherTheyHold(tx, new Date(Date.now() + 400 * day))), "nobody is asked whether it still holds").toBe(0);
    await asViewer(sameStreet, (tx) => changeAnswer(tx, sameStreet, said, { ...outcome, body: "Het kan nog steeds." }));
    await asViewer(sameStreet, (tx) => withdrawItem(tx, sameStreet, answer, said));
    expect(await left(sameStreet)).toBeNull();
  });

  it("are asked once, however often the form is sent, and followed by who asks and who answers", async () => {
    const { me, sameStreet } = await neighbours();
    const form = { ...empty, id: crypto.randomUUID(), title: "Is de straat open?", audience: "street" as const };
    const [one, two] = [await asViewer(me, (tx) => askQuestion(tx, me, form)), await asViewer(me, (tx) => askQuestion(tx, me, form))];
    expect(one).toBe(two);
    await say(sameStreet, one);
    const following = await asWorker((tx) => tx.select({ id: questionFollow.residentId }).from(questionFollow).where(eq(questionFollow.questionId, one)));
    expect(following.map((each) => each.id).sort()).toEqual([me.residentId, sameStreet.residentId].sort());
    expect(await told(one)).toEqual(["question-answered", "question-answered-too", "question-asked"]);
    const given = await asWorker((tx) => tx.select({ purpose: consent.purpose }).from(consent).where(eq(consent.householdId, sameStreet.householdId)));
    expect(given).toEqual([{ purpose: "share_answer" }]);
  });

  it("are claimed by several, let go of, reminded of and released after their day", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await ask(me);
    expect([await claim(sameStreet, id), await claim(sameStreet, id), await claim(otherStreet, id, 30)]).toEqual(["claimed", "already", "claimed"]);
    expect(await stateOf(me, id)).toBe("claimed");
    await expect(claim(me, id, 0), "not for today").rejects.toThrow();
    await expect(claim(me, id, 100), "not for longer than three months").rejects.toThrow();
    expect(await asViewer(otherStreet, (tx) => releaseClaim(tx, otherStreet, id))).toBe(true);
    expect(await stateOf(me, id), "one is still at it").toBe("claimed");
    const soon = new Date(Date.now() + 5 * day);
    expect([await asWorker((tx) => remindClaimers(tx, soon)), await asWorker((tx) => remindClaimers(tx, soon))], "once").toEqual([1, 0]);
    expect(await asWorker((tx) => releaseOverdue(tx, new Date(Date.now() + 6 * day)))).toBe(0);
    expect(await asWorker((tx) => releaseOverdue(tx, new Date(Date.now() + 9 * day)))).toBe(1);
    expect(await stateOf(me, id)).toBe("open");
    expect(await told(id)).toEqual(["question-asked", "question-claim-due", "question-claim-released", "question-claim-released", "question-claimed", "question-claimed"]);
    expect(await claim(sameStreet, id), "and can be claimed again").toBe("claimed");
  });

  it("end a claim at midnight in Amsterdam, in summer and in winter", async () => {
    const { me, sameStreet } = await neighbours();
    // The clock goes back on 25 October 2026, whose end is at 23:00 in UTC, that of the day before at 22:00; and forward on 29 March.
    for (const [until, before, after] of [["2026-10-24", "2026-10-24T21:59:00Z", "2026-10-24T22:01:00Z"], ["2026-10-25", "2026-10-25T22:59:00Z", "2026-10-25T23:01:00Z"], ["2026-03-28", "2026-03-28T22:59:00Z", "2026-03-28T23:01:00Z"], ["2026-03-29", "2026-03-29T21:59:00Z", "2026-03-29T22:01:00Z"]] as const) {
      const id = await ask(me);
      await claim(sameStreet, id);
      await asWorker((tx) => tx.update(questionClaim).set({ until, createdAt: new Date(new Date(`${until}T12:00:00Z`).getTime() - 9 * day) }).where(eq(questionClaim.questionId, id)));
      expect(await asWorker((tx) => releaseOverdue(tx, new Date(before))), before).toBe(0);
      expect(await asWorker((tx) => releaseOverdue(tx, new Date(after))), after).toBe(1);
    }
  });

  it("go from outcome to accepted, back to open where something is missing, and to stale and confirmed after a year", async () => {
    const { me, sameStreet, otherStreet, stranger } = await neighbours();
    const id = await ask(me);
    await claim(sameStreet, id);
    const found = (await find(sameStreet, id))!;
    expect(await stateOf(me, id), "an outcome ends the claims").toBe("outcome");
    expect(await claim(otherStreet, id)).toBe("not_now");
    const judge = (who: Resident, judgement: Parameters<typeof judgeOutcome>[3]) => asViewer(who, (tx) => judgeOutcome(tx, who, found, judgement));
    expect(await judge(otherStreet, { verdict: "accepted" }), "only who asked accepts").toBeNull();
    expect(await judge(stranger, { verdict: "confirmed" })).toBeNull();
    expect(await judge(me, { verdict: "missing", note: "En de prijs?" })).toBe(id);
    expect(await stateOf(me, id)).toBe("open");
    expect(await judge(me, { verdict: "accepted" })).toBe(id);
    expect(await stateOf(otherStreet, id)).toBe("accepted");
    const inAYear = new Date(Date.now() + 367 * day);
    expect(await asWorker((tx) => askWhetherTheyHold(tx, new Date(Date.now() + 300 * day)))).toBe(0);
    expect([await asWorker((tx) => askWhetherTheyHold(tx, inAYear)), await asWorker((tx) => askWhetherTheyHold(tx, inAYear))], "asked once").toEqual([1, 0]);
    expect(await stateOf(me, id)).toBe("stale");
    // Time did not really pass: the question is asked now.
    await asWorker((tx) => tx.update(outcomeVerdict).set({ createdAt: new Date(Date.now() - 1000) }).where(eq(outcomeVerdict.verdict, "asked_again")));
    expect(await judge(otherStreet, { verdict: "confirmed" })).toBe(id);
    expect(await stateOf(me, id)).toBe("accepted");
    expect((await shown(me, id)).answers).toMatchObject([{ stale: false, confirmed: { own: false }, accepted: { own: true } }]);
  });

  it("rest by who asked or a moderator who sees them, and return by themselves", async () => {
    const { me, sameStreet, otherStreet, here } = await neighbours();
    const moderator = { ...sameStreet, moderates: [here.code] };
    const id = await ask(me, "Wanneer komt het warmtenet?", "street");
    const park = (who: Resident) => asViewer(who, (tx) => parkQuestion(tx, who, id, { why: "Na het plan.", phase: "plan", returnsOn: localDay(new Date(), 30) }));
    expect([await park(sameStreet), await park({ ...otherStreet, moderates: [here.code] }), await park(moderator), await park(me)]).toEqual([null, null, "parked", "already"]);
    expect(await stateOf(me, id)).toBe("parked");
    expect(await claim(sameStreet, id)).toBe("not_now");
    expect(await asWorker((tx) => returnParked(tx, new Date(Date.now() + 28 * day)))).toBe(0);
    expect(await asWorker((tx) => returnParked(tx, new Date(Date.now() + 31 * day)))).toBe(1);
    expect(await stateOf(me, id)).toBe("open");
    await park(me);
    expect([await asViewer(sameStreet, (tx) => returnQuestion(tx, sameStreet, id)), await asViewer(me, (tx) => returnQuestion(tx, me, id))]).toEqual([false, true]);
  });

  it("are put together only where the same neighbours see them, point on, and come apart when an audience changes", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [first, second, inStreet] = [await ask(sameStreet, "Wie kent een glaszetter?"), await ask(me, "Ken je een goede glaszetter?"), await ask(sameStreet, "Glaszetter gezocht", "street")];
    await say(otherStreet, second);
    const merge = (who: Resident, id: string, into: string) => asViewer(who, (tx) => mergeQuestion(tx, who, id, into));
    expect([await merge(otherStreet, second, first), await merge(me, second, inStreet), await merge(me, second, first), await merge(me, second, first)]).toEqual([null, "not_equal", "merged", "already"]);
    expect((await seen(otherStreet, second))?.mergedIntoId).toBe(first);
    expect((await shown(otherStreet, first, second)).answers).toHaveLength(1);
    expect((await list(otherStreet)).questions.map(({ id }) => id), "one line in the list").toEqual([first]);
    expect([await asViewer(sameStreet, (tx) => undoMerge(tx, sameStreet, second)), await asViewer(me, (tx) => undoMerge(tx, me, second))]).toEqual([false, true]);
    await merge(me, second, first);
    await asViewer(sameStreet, (tx) => changeQuestionAudience(tx, sameStreet, first, "street"));
    expect((await seen(otherStreet, second))?.mergedIntoId, "nobody is sent to what they can't see").toBeNull();
  });

  it("keep what an answer said before, thank without counting aloud, and leave a mark where others replied", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await ask(me);
    const said = (await say(sameStreet, id, "Eerste tekst"))!;
    expect(await asViewer(otherStreet, (tx) => changeAnswer(tx, otherStreet, said, { body: "Gekaapt", commercial: false }))).toBe(false);
    await asViewer(sameStreet, (tx) => changeAnswer(tx, sameStreet, said, { body: "Tweede tekst", commercial: false }));
    expect((await shown(me, id)).answers).toMatchObject([{ body: "Tweede tekst", earlier: [{ body: "Eerste tekst" }] }]);
    await expect(asViewer(sameStreet, (tx) => tx.update(answer).set({ earlier: [] }).where(eq(answer.id, said))), "nobody rewrites what it said").rejects.toThrow();
    expect([await asViewer(me, (tx) => thankAnswer(tx, me, said)), await asViewer(sameStreet, (tx) => thankAnswer(tx, sameStreet, said))]).toEqual([id, null]);
    expect([(await shown(sameStreet, id)).answers[0]!.thanks, (await shown(me, id)).answers[0]!.thanks, (await shown(otherStreet, id)).answers[0]!.thanks]).toEqual([1, null, null]);
    expect(await asViewer(me, (tx) => unthankAnswer(tx, me, said))).toBe(id);
    await say(otherStreet, id, "Ik ook.");
    await asViewer(sameStreet, (tx) => withdrawItem(tx, sameStreet, answer, said));
    expect((await shown(me, id)).gone.map((each) => each.id)).toEqual([said]);
    expect((await shown(me, id)).answers.map(({ body }) => body)).toEqual(["Ik ook."]);
    await asViewer(sameStreet, (tx) => restoreAnswer(tx, sameStreet, said));
    expect((await shown(me, id)).gone).toEqual([]);
    const [given] = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.subjectId, said), eq(consent.purpose, "share_answer"))).orderBy(consent.givenAt).limit(1).offset(1));
    expect(await asViewer(sameStreet, (tx) => withdrawConsent(tx, sameStreet, given!.id)), "taking consent back takes the answer back").toBe(true);
    expect((await shown(me, id)).answers).toHaveLength(1);
  });

  it("hide from each other what two neighbours say who are in a block, state included", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await ask(me);
    await find(sameStreet, id);
    await asViewer(otherStreet, async (tx) => blockNeighbour(tx, otherStreet, (await neighbourBehind(tx, otherStreet, { what: "answer", id: (await answersOf(tx, otherStreet, [id])).answers[0]!.id }))!));
    expect([await stateOf(me, id), await stateOf(otherStreet, id)]).toEqual(["outcome", "open"]);
    expect((await list(otherStreet)).counts).toEqual({ open: 1, uitgezocht: 0, beantwoord: 0, geparkeerd: 0 });
    const theirs = await ask(otherStreet, "Ziet een buur dit?");
    expect(await seen(sameStreet, theirs)).toBeNull();
    expect(await seen(me, theirs)).not.toBeNull();
  });

  it("are found by Dutch stems, else by letters, and only those that are seen", async () => {
    const { me, sameStreet, stranger } = await neighbours();
    const id = await ask(me, "Maken warmtepompen veel lawaai?");
    await ask(me, "Alleen voor ons", "household");
    await find(sameStreet, id);
    const similar = (who: Resident, title: string) => asViewer(who, (tx) => similarQuestions(tx, who, title));
    expect(await similar(sameStreet, "Hoe stil is een warmtepomp")).toMatchObject([{ id, outcome: "Het kan." }]);
    expect(await similar(sameStreet, "warmptepompen lawai")).toMatchObject([{ id }]);
    expect(await similar(sameStreet, "Alleen voor ons")).toEqual([]);
    expect(await similar(stranger, "warmtepomp")).toEqual([]);
    expect(await similar(me, "'); drop table question; --")).toEqual([]);
    expect((await list(sameStreet, "zoek=warmtepomp&staat=beantwoord")).questions).toHaveLength(1);
    expect((await list(sameStreet, "zoek=warmptepompen&staat=beantwoord")).questions).toHaveLength(1);
    expect((await list(sameStreet, "zoek=fietspad&staat=beantwoord")).questions).toEqual([]);
  });

  it("come in pages that neither skip nor repeat", async () => {
    const { me, sameStreet } = await neighbours();
    for (let number = 0; number < 23; number++) await ask(me, `Vraag nummer ${number}`);
    const first = await list(sameStreet);
    const second = await list(sameStreet, `na=${first.next}`);
    expect([first.questions.length, second.questions.length, second.next, first.counts.open]).toEqual([20, 3, null, 23]);
    expect(new Set([...first.questions, ...second.questions].map(({ id }) => id)).size).toBe(23);
  });
});
