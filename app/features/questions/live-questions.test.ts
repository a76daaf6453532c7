import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../../db/schema/questions.ts";
import { question } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { type Heard, hear } from "../../../tests/support/hear.ts";
import { type Listening, listenWithoutPages } from "../../../tests/support/listen.ts";
import { logIn } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { closeLive } from "../live/hub.server.ts";
import { hideReported } from "../moderation/hide-reported.server.ts";
import { reportItem } from "../moderation/report-item.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawItem } from "../sharing/withdraw-item.server.ts";
import { askQuestion } from "./ask-question.server.ts";
import { changeAnswer } from "./change-answer.server.ts";
import { claimQuestion, releaseClaim } from "./claim-question.server.ts";
import { askWhetherTheyHold } from "./days-of-questions.server.ts";
import { giveAnswer } from "./give-answer.server.ts";
import { judgeOutcome } from "./judge-outcome.server.ts";
import { mergeQuestion } from "./merge-question.server.ts";
import { parkQuestion, returnQuestion } from "./park-question.server.ts";
import { restoreAnswer } from "./restore-answer.server.ts";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
const ask = (who: Resident, title: string) => asViewer(who, (tx) => askQuestion(tx, who, { body: null, measureKind: null, place: null, aboutHome: false, commercial: false, title, audience: "neighbourhood" }));
const say = (who: Resident, id: string) => asViewer(who, (tx) => giveAnswer(tx, who, id, { body: "Bel om de hoek.", commercial: false }));

describe.each(databaseKinds)("an open page of a question, on %s", (kind) => {
  testDatabase(kind);
  let site: Listening;
  beforeAll(async () => {
    site = await listenWithoutPages();
  });
  afterAll(async () => {
    await closeLive();
    site.stop();
  });
  const open = async (who: Resident, id: string) => hear(site.url, `/live/vraag/${id}`, await logIn(who.accountId));

  /** Does something, and waits for what the page hears; a pause, so that each is heard by itself. */
  async function hears(page: Heard, what: string, deed: () => Promise<unknown>) {
    await wait(300);
    const before = page.changes();
    await deed();
    const heard = await Promise.race([page.until(before + 1).then(() => true), wait(5_000, false, { ref: false })]);
    expect(heard, what).toBe(true);
  }

  test("hears of all that changes what it shows: deeds of neighbours, of a moderator and of time", async () => {
    const { me, sameStreet, otherStreet, here } = await neighbours();
    const id = await ask(me, "Wie weet een goede glaszetter?");
    const page = await open(otherStreet, id);
    let said = "";
    await hears(page, "an answer", async () => (said = (await say(sameStreet, id))!));
    await hears(page, "its change", () => asViewer(sameStreet, (tx) => changeAnswer(tx, sameStreet, said, { body: "Anders", commercial: false })));
    await hears(page, "its withdrawal", () => asViewer(sameStreet, (tx) => withdrawItem(tx, sameStreet, answer, said)));
    await hears(page, "its return", () => asViewer(sameStreet, (tx) => restoreAnswer(tx, sameStreet, said)));
    await hears(page, "a claim", () => asViewer(sameStreet, (tx) => claimQuestion(tx, sameStreet, id, day(7))));
    await hears(page, "its release", () => asViewer(sameStreet, (tx) => releaseClaim(tx, sameStreet, id)));
    await hears(page, "parking", () => asViewer(me, (tx) => parkQuestion(tx, me, id, { why: "Later.", phase: null, returnsOn: day(9) })));
    await hears(page, "its end", () => asViewer(me, (tx) => returnQuestion(tx, me, id)));
    let found = "";
    await hears(page, "an outcome", async () => (found = (await asViewer(sameStreet, (tx) => giveAnswer(tx, sameStreet, id, { body: "Het kan.", commercial: false, source: "Gebeld", foundOn: "2026-01-02", costRange: null, dwellingTypes: [], buildingPeriods: [] })))!));
    await hears(page, "its acceptance", () => asViewer(me, (tx) => judgeOutcome(tx, me, found, { verdict: "accepted" })));
    await hears(page, "that a year passed", () => asWorker((tx) => askWhetherTheyHold(tx, new Date(Date.now() + 367 * 86_400_000))));
    const reported = (await asViewer(me, (tx) => reportItem(tx, me, { kind: "answer", id: said }, { category: "untrue", note: null })))!;
    const { viewer } = await moderator(here.code);
    await hears(page, "a hiding", () => asViewer(viewer, (tx) => hideReported(tx, reported, { rule: "untrue", duration: "until_changed", reason: "Dit klopt echt niet." })));
    await hears(page, "the withdrawal of the question", () => asViewer(me, (tx) => withdrawItem(tx, me, question, id)));
    expect((await open(otherStreet, id)).status, "who comes back hears nothing of it any more").toBe(404);
    page.stop();
  });

  test("hears of what hangs on a question that was put together with it, and of nothing elsewhere", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const [first, second, third] = [await ask(sameStreet, "Wie kent een glaszetter?"), await ask(me, "Ken je een glaszetter?"), await ask(me, "Iets heel anders")];
    const [page, apart] = [await open(otherStreet, first), await open(otherStreet, third)];
    await hears(page, "putting together", () => asViewer(me, (tx) => mergeQuestion(tx, me, second, first)));
    await hears(page, "an answer to the other one", () => say(otherStreet, second));
    expect(apart.changes()).toBe(0);
    await asWorker((tx) => tx.delete(question).where(eq(question.id, third)));
    await apart.until(1);
    for (const each of [page, apart]) each.stop();
  });
});
