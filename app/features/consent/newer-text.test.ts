import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { consent, type ConsentPurpose } from "../../../db/schema/people.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { serverTranslator } from "../../i18n/words.server.ts";
import { action as answerPage } from "../../routes/toestemmingen.$id.nieuwe-tekst.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Resident } from "../session/viewer.ts";
import { answerNewerText, waitingTexts } from "./answer-newer-text.server.ts";
import { consentBook } from "./consent-book.server.ts";
import { giveConsent } from "./give-consent.server.ts";
import { asksAgain, covers } from "./newer-text.server.ts";

const newText = "De bewoners van de {{street}} zien deze maatregel, en wij noemen hem in de wijkkrant.";
const words = serverTranslator();
const before = { version: "", text: "" };

/** A newer version of the text for sharing a measure, as somebody would write it in i18n. */
function write(version: string, text: string): void {
  words.addResource("nl", "consent", "versions.share_measure", version);
  words.addResource("nl", "consent", "texts.share_measure.street", text);
}

beforeEach(() => {
  before.version = words.getResource("nl", "consent", "versions.share_measure") as string;
  before.text = words.getResource("nl", "consent", "texts.share_measure.street") as string;
});
afterEach(() => {
  write(before.version, before.text);
  delete asksAgain.share_measure;
});

const share = (who: Resident) => asViewer(who, (tx) => shareMeasure(tx, who, { kind: "induction", state: "done", year: 2019, costRange: null, doneBy: null, audience: "street" }));
const openLine = async (who: Resident, purpose: ConsentPurpose = "share_measure") => (await asViewer(who, (tx) => consentBook(tx, who))).find((line) => line.purpose === purpose && !line.withdrawnAt)!;
const answer = (who: Resident, id: string, yes: boolean) => asViewer(who, (tx) => answerNewerText(tx, who, id, yes));
const waiting = (who: Resident) => asViewer(who, (tx) => waitingTexts(tx, who));
const openRows = (who: Resident) => asWorker((tx) => tx.select().from(consent).where(and(eq(consent.residentId, who.residentId), isNull(consent.withdrawnAt))));

describe("which version covers what", () => {
  it("is every version up to the next that says more", () => {
    asksAgain.share_measure = [3, 5];
    expect([1, 2, 3, 4, 5].map((version) => covers("share_measure", "share_measure-2", version))).toEqual([true, true, false, false, false]);
    expect([3, 4, 5].map((version) => covers("share_measure", "share_measure-3", version))).toEqual([true, true, false]);
    expect(covers("published_figures", "published_figures-1", 2)).toBe(true);
    expect(covers("published_figures", "published_figures-2", 3)).toBe(false);
  });
});

describe.each(databaseKinds)("a newer text on %s", (kind) => {
  testDatabase(kind);

  it("that says the same in other words is told in the book, and asks nothing", async () => {
    const { me } = await neighbours();
    await share(me);
    expect((await openLine(me)).newer).toBeNull();
    write("2", newText);
    const line = await openLine(me);
    expect(line.newer).toMatchObject({ version: "share_measure-2", asks: false, declined: false });
    expect([await waiting(me), await answer(me, line.id, true)]).toEqual([0, false]);
    expect(await openRows(me)).toMatchObject([{ textVersion: "share_measure-1" }]);
  });

  it("that says more is asked of who agreed, old and new text both to be read; a yes gives the new one for the same people", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const measure = await share(me);
    asksAgain.share_measure = [2];
    write("2", newText);
    const line = await openLine(me);
    expect(line.textShown).not.toContain("wijkkrant");
    expect(line.newer).toMatchObject({ asks: true, declined: false, text: newText.replace("{{street}}", me.streetName) });
    expect([await waiting(me), await waiting(housemate)]).toEqual([1, 0]);
    expect((await openLine(housemate)).newer, "it is asked of who agreed").toBeNull();
    for (const other of [housemate, sameStreet]) expect(await answer(other, line.id, true)).toBe(false);
    expect(await answer(me, line.id, true)).toBe(true);
    const rows = await openRows(me);
    expect(rows).toMatchObject([{ textVersion: "share_measure-2", textShown: line.newer!.text, subjectId: measure, audience: "street", fieldGroup: "item" }]);
    expect(await asViewer(sameStreet, (tx) => findMeasure(tx, sameStreet, measure)), "what was shared stays shared").not.toBeNull();
    expect([await waiting(me), await answer(me, line.id, true), (await openLine(me)).newer]).toEqual([0, false, null]);
    const ledger = (await asViewer(me, (tx) => consentBook(tx, me))).filter(({ purpose }) => purpose === "share_measure");
    expect(ledger.map(({ textShown }) => textShown)).toEqual(expect.arrayContaining([line.textShown, line.newer!.text]));
  });

  it("that got a no leaves the old yes as it was, and is not asked again until it says more once more", async () => {
    const { me, sameStreet } = await neighbours();
    const measure = await share(me);
    asksAgain.share_measure = [2];
    write("2", newText);
    const line = await openLine(me);
    expect(await answer(me, line.id, false)).toBe(true);
    const [kept] = await openRows(me);
    expect(kept).toMatchObject({ id: line.id, textVersion: "share_measure-1", declinedVersion: "share_measure-2", withdrawnAt: null, withdrawnBy: null });
    expect(covers("share_measure", kept!.textVersion, 2), "the new thing is not done").toBe(false);
    expect([await waiting(me), (await openLine(me)).newer]).toMatchObject([0, { asks: true, declined: true }]);
    expect(await asViewer(sameStreet, (tx) => findMeasure(tx, sameStreet, measure))).not.toBeNull();
    asksAgain.share_measure = [2, 3];
    write("3", `${newText} En nog meer.`);
    expect([await waiting(me), (await openLine(me)).newer?.declined]).toEqual([1, false]);
    await expect(asViewer(sameStreet, (tx) => tx.update(consent).set({ declinedVersion: "x" }).where(eq(consent.id, line.id)).returning({ id: consent.id }))).resolves.toEqual([]);
  });

  it.each([2, 3])("of published figures, which counts more than version %i, is asked of who agreed to that; their yes counts them in all", async (version) => {
    const { me } = await neighbours();
    await asViewer(me, (tx) => giveConsent(tx, me, { purpose: "published_figures" }, { subjectId: null, fieldGroup: "counts" }));
    await asWorker(async (tx) => {
      const [given] = await tx.delete(consent).where(eq(consent.residentId, me.residentId)).returning();
      await tx.insert(consent).values({ ...given!, textVersion: `published_figures-${version}`, textShown: "Zoals het aantal huizen met zonnepanelen." });
    });
    const line = await openLine(me, "published_figures");
    expect(line.newer).toMatchObject({ asks: true, version: "published_figures-4" });
    const { request } = requestTo("/", await logIn(me.accountId), { method: "POST", body: new URLSearchParams({ antwoord: "ja" }) });
    expect(await answerPage({ request, context: { nonce: "n", ip: "10.4.0.1" }, params: { id: line.id } } as never)).toMatchObject({ status: 303 });
    expect(await openRows(me)).toMatchObject([{ textVersion: "published_figures-4", fieldGroup: "household" }]);
  });
});
