import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moderating, opened, withOffer } from "../../../tests/support/purchases.ts";
import { publishedRelease } from "../../../db/schema/insights.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { consent, type ConsentPurpose } from "../../../db/schema/people.ts";
import { answer } from "../../../db/schema/questions.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { action as withdrawAll, loader as withdrawAllPage } from "../../routes/toestemmingen.alles-intrekken.tsx";
import { answerFigures } from "../consent/answer-figures.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { saveKoploper } from "../koplopers/save-koploper.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { previewPage } from "../preview/preview-page.server.ts";
import { shareWithSupplier } from "../purchases/supplier-consent.server.ts";
import { askQuestion } from "../questions/ask-question.server.ts";
import { giveAnswer } from "../questions/give-answer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { handedOver } from "./handed-over.server.ts";

const asked = { body: null, measureKind: null, place: null, aboutHome: false, commercial: false, audience: "neighbourhood" } as const;
const open = (who: Resident) => asWorker((tx) => tx.select({ purpose: consent.purpose }).from(consent).where(and(eq(consent.residentId, who.residentId), isNull(consent.withdrawnAt))));
const share = (who: Resident) => asViewer(who, (tx) => shareMeasure(tx, who, { kind: "glazing", state: "done", year: 2020, costRange: null, doneBy: null, audience: "neighbourhood" }));

async function town() {
  const people = await neighbours();
  const moderator = moderating(people.otherStreet.residentId, people.here.code);
  const purchaseId = await opened(moderator, [people.here.code]);
  return { ...people, moderator, purchaseId };
}

/** Says yes to one of everything. @returns the sign-up of the purchase, and the answer */
async function sayYesToAll({ me, sameStreet, moderator, purchaseId }: Awaited<ReturnType<typeof town>>) {
  await share(me);
  const theirs = await asViewer(sameStreet, (tx) => shareWish(tx, sameStreet, { scope: "neighbourhood", title: "Een moestuin", audience: "neighbourhood" }));
  const question = await asViewer(sameStreet, (tx) => askQuestion(tx, sameStreet, { title: "Wie weet het?", ...asked }));
  const signUp = await withOffer(moderator, me, purchaseId);
  const rules = { supplierFields: ["name" as const, "email" as const, "address" as const], keepUntil: "2031-01-01" };
  return asViewer(me, async (tx) => {
    await shareWish(tx, me, { scope: "home", kind: "glazing", audience: "street" });
    await askQuestion(tx, me, { title: "En wie weet dit?", ...asked });
    const given = (await giveAnswer(tx, me, question, { body: "Ik weet het.", commercial: false }))!;
    await joinWish(tx, me, theirs);
    await saveKoploper(tx, me, { kinds: ["glazing"], line: "Vraag maar", place: "street_only", audience: "neighbourhood" });
    await answerFigures(tx, me, true);
    await changeDisplayName(tx, me, "Noor");
    await shareWithSupplier(tx, me, { id: signUp, title: "Zonnepanelen voor de buurt", supplier: "Zon Voorbeeld", rules }, { name: "N. Voorbeeld", email: "n@voorbeeld.example", phone: null });
    return { signUp, given };
  });
}

const exported = (moderator: ReturnType<typeof moderating>, purchaseId: string) =>
  asViewer(moderator, async (tx) => (await tx.select({ name: sql<string>`name` }).from(sql`viewer.export_purchase(${purchaseId}::uuid, 'csv')`)).length);

describe.each(databaseKinds)("withdrawing everything at once on %s", (kind) => {
  testDatabase(kind);

  it("ends every yes of who asks, says before what ends, and leaves what a housemate said yes to", async () => {
    const people = await town();
    const { me, housemate, moderator, purchaseId } = people;
    const { given } = await sayYesToAll(people);
    const theirs = await share(housemate);
    expect(new Set((await open(me)).map(({ purpose }) => purpose))).toEqual(
      new Set<ConsentPurpose>(["share_measure", "share_wish", "share_question", "share_answer", "share_visit", "join_wish", "koploper", "published_figures", "display_name", "purchase_supplier"]),
    );
    expect(await exported(moderator, purchaseId)).toBe(1);
    const cookie = await logIn(me.accountId);
    const args = (form: Record<string, string> | null) => ({ request: requestTo("/", cookie, form ? { method: "POST", body: new URLSearchParams(form) } : {}).request, context: { nonce: "n", ip: "10.4.0.2" }, params: {} });
    expect((await withdrawAllPage(args(null))).ends).toEqual({ all: 10, shares: 5, answers: 1, joins: 1, suppliers: 1, left: 0, names: 1, figures: 1 });
    await withdrawAll(args({}));
    expect((await open(me)).length, "nothing without a tick").toBe(10);
    await withdrawAll(args({ "sure[]": "yes" }));
    expect(await open(me)).toEqual([]);
    expect((await previewPage(me, "straat")).seen).toMatchObject({ items: [{ id: theirs }], answers: [], visits: [], koplopers: [], names: { wishes: 0 } });
    expect(await exported(moderator, purchaseId)).toBe(0);
    expect((await previewPage(me, "gemeente")).counts).toBe(false);
    const [gone] = await asWorker((tx) => tx.select({ at: answer.withdrawnAt }).from(answer).where(eq(answer.id, given)));
    expect(gone!.at).not.toBeNull();
    expect(await asWorker((tx) => tx.$count(journalEntry, eq(journalEntry.subjectId, given))), "a restored backup does not bring it back").toBe(1);
    expect((await withdrawAllPage(args(null))).ends.all).toBe(0);
  });

  it("is no way to end the yes of a housemate, but for the figures in which both are counted", async () => {
    const { me, housemate } = await neighbours();
    await share(me);
    await asViewer(me, (tx) => answerFigures(tx, me, true));
    const cookie = await logIn(housemate.accountId);
    await withdrawAll({ request: requestTo("/", cookie, { method: "POST", body: new URLSearchParams({ "sure[]": "yes" }) }).request, context: { nonce: "n", ip: "10.4.0.3" }, params: {} });
    expect(await open(me)).toEqual([{ purpose: "share_measure" }]);
  });

  it("does not take back what was handed over, which stays to be read with its fields, and by nobody else", async () => {
    const people = await town();
    const { me, sameStreet, moderator, purchaseId, here } = people;
    const { signUp } = await sayYesToAll(people);
    await exported(moderator, purchaseId);
    const about = { area: here.code, district: `WK${here.code.slice(2, 8)}`, municipalityCode: here.municipalityCode, neighbourhoods: [here.code], areaName: here.name, form: "numbers" as const, dwellings: 400 };
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
    const [counted, before] = [randomUUID(), randomUUID()];
    await asWorker((tx) => tx.insert(publishedRelease).values([{ ...about, id: before, quarter: "2019-Q4", number: 1, preparedOn: "2019-12-01", publishedOn: "2019-12-04" }, { ...about, id: counted, quarter: "2026-Q4", number: 2, preparedOn: today, publishedOn: today }]));
    const handed = await handedOver(me);
    expect(handed.receipts).toMatchObject([{ signUpId: signUp, supplier: "Zon Voorbeeld", fields: ["name", "email", "address"], purchaseTitle: "Zonnepanelen voor de buurt" }]);
    expect(handed.counted.map(({ id }) => id), "only what was prepared while the yes held").toEqual([counted]);
    expect(handed.epsilon).toEqual({ release: 3.5, year: 14 });
    await asViewer(me, (tx) => answerFigures(tx, me, false));
    expect((await handedOver(me)).counted).toHaveLength(1);
    expect(await handedOver(sameStreet)).toMatchObject({ receipts: [], counted: [] });
  });
});
