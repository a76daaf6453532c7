import { eq } from "drizzle-orm";
import * as fflate from "fflate";
import { describe, expect, it } from "vitest";
import { consent } from "../../../../db/schema/people.ts";
import { purchaseCheck } from "../../../../db/schema/purchases.ts";
import { purchaseContact, purchaseOffer, purchaseReceipt } from "../../../../db/schema/purchase-sign-ups.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { neighbours } from "../../../../tests/support/neighbours.ts";
import { inDays, join, moderating, opened, order, ordered, signUpNow, step, usual, withOffer } from "../../../../tests/support/purchases.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { parseForm } from "../../../http/parse-form.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { chooseSupplier } from "../manage.server.ts";
import { saveConcept } from "../save-concept.server.ts";
import { answerChecks } from "../sign-up.server.ts";
import { answersToRules } from "./answers-to-rules.server.ts";
import { boardOf } from "./board.server.ts";
import { conceptSchema, proposalSchema } from "./concept.schema.server.ts";
import { valuesOfConcept } from "./concept-values.ts";
import { deskPurchase, deskPurchases } from "./desk-purchases.server.ts";
import { dropConcept } from "./drop-concept.server.ts";
import { decidable } from "./find-desk-purchase.server.ts";
import { funnelOf } from "./funnel.server.ts";
import { dryRun, importOffers, OffersChanged, offerTemplate } from "./import-offers.server.ts";
import { sheetFile } from "./sheet-file.server.ts";
import { signUpPage, writeNote } from "./sign-up-page.server.ts";
import { stepMany } from "./step-many.server.ts";
import { supplierFile } from "./supplier-file.server.ts";

const t = serverT("nl", "purchaseDesk");

/** A form as it is sent. */
function sent(values: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : value.map((each) => [`${name}[]`, each]))));
}

describe.each(databaseKinds)("the desk of purchases on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const people = await neighbours();
    const as = (...codes: string[]) => moderating(crypto.randomUUID(), ...codes) as unknown as Moderator;
    return { ...people, moderator: as(people.here.code), elsewhere: as(people.stranger.neighbourhoodCode), both: as(people.here.code, people.stranger.neighbourhoodCode) };
  }
  const file = (...rows: string[]) => ["kenmerk;prijs_met_btw;waarvan_btw;geldig_tot", ...rows].join("\r\n");

  it("makes of a concept the form that makes the same concept", async () => {
    const { moderator, here } = await town();
    const concept = { ...usual, what: { ...usual.what, body: null, dwellingTypes: ["flat" as const], forOwners: true, round: 2 }, rules: { ...usual.rules, below: "prolong" as const, prolongUntil: inDays(60), capacity: 9 }, neighbourhoods: [here.code], checks: [{ question: "Ligt het dak in de zon?", kind: "yes_no" as const }] };
    const id = crypto.randomUUID();
    await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, concept));
    const values = valuesOfConcept((await asViewer(moderator, (tx) => deskPurchase(tx, moderator, id)))!);
    const form = parseForm(conceptSchema(t, moderator.moderates), sent(values));
    expect(form).toMatchObject({ ok: true, value: concept });
    const wrong = parseForm(conceptSchema(t, moderator.moderates), sent({ ...values, buurten: ["BU00000000"], capaciteit: "1", "verlengd-tot": inDays(29), prijs: ["5", "6"], bewaren: inDays(10), "laatste-dag": inDays(0) }));
    expect(Object.keys(wrong.ok ? {} : wrong.errors).sort()).toEqual(["buurten", "laatste-dag"]);
    const later = parseForm(conceptSchema(t, moderator.moderates), sent({ ...values, capaciteit: "1", "verlengd-tot": inDays(29), prijs: ["5", "6"], bewaren: inDays(10) }));
    expect(Object.keys(later.ok ? {} : later.errors).sort()).toEqual(["bewaren", "capaciteit", "prijzen", "verlengd-tot"]);
    expect(await asViewer(moderator, (tx) => dropConcept(tx, id))).toBe(true);
    expect(await asViewer(moderator, (tx) => deskPurchase(tx, moderator, id))).toBeNull();
  });

  it("is of the moderators of its neighbourhoods: others know nothing of it, and who moderates a part decides nothing", async () => {
    const { me, moderator, elsewhere, both, here, stranger } = await town();
    const id = await opened(both, [here.code, stranger.neighbourhoodCode]);
    const theirs = await opened(elsewhere, [stranger.neighbourhoodCode]);
    const mine = await join(me, id);
    const list = async (who: Moderator) => (await asViewer(who, (tx) => deskPurchases(tx, who))).map((row) => row.id);
    expect(await list(moderator)).toEqual([id]);
    expect((await list(elsewhere)).sort()).toEqual([id, theirs].sort());
    expect(await asViewer(moderator, (tx) => deskPurchase(tx, moderator, theirs))).toBeNull();
    expect(await asViewer(moderator, (tx) => deskPurchase(tx, moderator, id))).toMatchObject({ decides: false });
    await expect(asViewer(moderator, (tx) => decidable(tx, moderator, id, "open"))).rejects.toMatchObject({ status: 404 });
    await expect(asViewer(both, (tx) => decidable(tx, both, id, "reached"))).rejects.toMatchObject({ status: 404 });
    expect(await asViewer(both, (tx) => decidable(tx, both, id, "open"))).toMatchObject({ id, decides: true });
    expect(await asViewer(moderator, (tx) => boardOf(tx, moderator, id, null, 1))).toMatchObject([{ state: "interest", count: 1, signUps: [{ id: mine }] }]);
    expect(await asViewer(elsewhere, (tx) => boardOf(tx, elsewhere, id, null, 1)), "only sign-ups that came in there").toEqual([]);
    await expect(asViewer(elsewhere, (tx) => signUpPage(tx, elsewhere, mine))).rejects.toMatchObject({ status: 404 });
    expect(await asViewer(elsewhere, (tx) => writeNote(tx, elsewhere, mine, "Mag niet"))).toBe(false);
    expect(await asViewer(moderator, (tx) => writeNote(tx, moderator, mine, "Belt volgende week"))).toBe(true);
    expect(await asViewer(moderator, (tx) => signUpPage(tx, moderator, mine))).toMatchObject({ signUp: { id: mine, state: "interest" }, notes: [{ body: "Belt volgende week" }], events: [{ state: "interest", mover: "resident" }] });
  });

  it("makes one step with many, and leaves those that moved since", async () => {
    const { me, sameStreet, otherStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [a, b, c] = [await join(me, id), await join(sameStreet, id), await join(otherStreet, id)];
    await step(moderator, c, "suitability");
    const go = (who: Moderator, ids: string[], from: "interest" | "suitability", to: "suitability" | "unsuitable" | "planned", more = {}) => asViewer(who, (tx) => stepMany(tx, who, id, ids, from, { to, ...more }));
    expect(await go(elsewhere, [a, b], "interest", "suitability")).toEqual({ done: 0, refused: [], elsewhere: 2 });
    expect(await go(moderator, [a, b, c], "interest", "suitability")).toEqual({ done: 2, refused: [], elsewhere: 1 });
    const references = [(await signUpNow(a)).reference, (await signUpNow(b)).reference];
    const refused = await go(moderator, [a, b], "suitability", "unsuitable");
    expect(refused).toMatchObject({ done: 0, elsewhere: 0 });
    expect(refused.refused.map(({ why, reference }) => `${reference} ${why}`).sort()).toEqual(references.map((reference) => `${reference} needs_reason`).sort());
    expect(await go(moderator, [a], "suitability", "unsuitable", { reason: "technical", words: "Het dak is te klein" })).toEqual({ done: 1, refused: [], elsewhere: 0 });
    const funnel = await asViewer(moderator, async (tx) => funnelOf(tx, moderator, (await deskPurchase(tx, moderator, id))!));
    expect(funnel.steps.filter(({ name }) => name !== "homes")).toEqual([{ name: "approached", homes: 3 }, { name: "interest", homes: 3 }, { name: "suitable", homes: 0 }, { name: "offered", homes: 0 }, { name: "ordered", homes: 0 }, { name: "delivered", homes: 0 }]);
    expect(funnel.steps[0]!.homes).toBeGreaterThanOrEqual(3);
    expect(funnel.dropped).toEqual([{ state: "unsuitable", reason: "technical", homes: 1 }]);
  });

  it("reads in offers all together or not at all, and the same file twice does nothing", async () => {
    const { me, sameStreet, otherStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [a, b, c] = [await join(me, id), await join(sameStreet, id), await join(otherStreet, id)];
    for (const one of [a, b]) for (const to of ["suitability", "suitable"] as const) await step(moderator, one, to);
    const [first, second, third] = [(await signUpNow(a)).reference, (await signUpNow(b)).reference, (await signUpNow(c)).reference];
    expect(await asViewer(moderator, (tx) => offerTemplate(tx, moderator, id))).toEqual([first, second].sort());
    const offers = () => asWorker((tx) => tx.select({ cents: purchaseOffer.priceCents, vat: purchaseOffer.priceVatCents, version: purchaseOffer.version }).from(purchaseOffer).where(eq(purchaseOffer.signUpId, a)).orderBy(purchaseOffer.version));
    const wrong = file(`${first};4250,00;737,60;${inDays(20)}`, `${third};4250;0;${inDays(20)}`, `ONBEKEND;1;0;${inDays(20)}`);
    const checked = await asViewer(moderator, (tx) => dryRun(tx, moderator, id, wrong));
    expect(checked.mistakes).toEqual([{ line: 3, column: "kenmerk", problem: "state" }, { line: 4, column: "kenmerk", problem: "reference" }]);
    await expect(asViewer(moderator, (tx) => importOffers(tx, moderator, id, wrong))).rejects.toThrow(OffersChanged);
    expect(await offers(), "nothing of a file with a mistake").toEqual([]);
    const right = file(`${first};4250,00;737,60;${inDays(20)}`, `${second};4.100,50;711,66;${inDays(20)}`);
    expect((await asViewer(elsewhere, (tx) => dryRun(tx, elsewhere, id, right))).mistakes.map(({ problem }) => problem)).toEqual(["reference", "reference"]);
    expect(await asViewer(moderator, (tx) => importOffers(tx, moderator, id, right))).toBe(2);
    expect(await offers()).toEqual([{ cents: 425_000, vat: 73_760, version: 1 }]);
    expect([(await signUpNow(a)).state, (await signUpNow(b)).state]).toEqual(["offered", "offered"]);
    expect(await asViewer(moderator, (tx) => dryRun(tx, moderator, id, right))).toMatchObject({ ready: [], same: 2, mistakes: [] });
    expect(await asViewer(moderator, (tx) => importOffers(tx, moderator, id, right))).toBe(0);
    expect(await asViewer(moderator, (tx) => importOffers(tx, moderator, id, file(`${first};4200;728,93;${inDays(20)}`)))).toBe(1);
    expect(await offers()).toHaveLength(2);
    expect(await order(me, a, { offerVersion: 2 })).toBe("ordered");
    await expect(asViewer(moderator, (tx) => importOffers(tx, moderator, id, file(`${second};4000;0;${inDays(20)}`, `${first};4000;0;${inDays(20)}`)))).rejects.toThrow(OffersChanged);
    expect((await signUpNow(b)).offerVersion, "the other row of that file did not come in either").toBeNull();
  });

  it("gives the supplier the fields of the rules of who said yes, as text that no spreadsheet runs, and each of them a receipt", async () => {
    const { me, sameStreet, moderator, elsewhere, here } = await town();
    const question = "Hoe groot is het dak?";
    const id = await opened(moderator, [here.code], { rules: { supplierFields: ["name", "phone", "address", "answers"] }, checks: [{ question, kind: "number" }] });
    const mine = await join(me, id);
    await join(sameStreet, id);
    const [check] = await asWorker((tx) => tx.select({ id: purchaseCheck.id }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, id)));
    expect(await asViewer(me, (tx) => answerChecks(tx, mine, { [check!.id]: "-12" }))).toBe("answered");
    await asViewer(me, async (tx) => {
      await tx.insert(purchaseContact).values({ signUpId: mine, joinedIn: here.code, householdId: me.householdId, name: '=HYPERLINK("x")', email: "m@voorbeeld.test", phone: "+31612345678" });
      await tx.insert(consent).values({ neighbourhoodCode: here.code, householdId: me.householdId, residentId: me.residentId, purpose: "purchase_supplier", fieldGroup: "supplier", subjectId: mine, textVersion: "1", textShown: "Ja", locale: "nl" });
    });
    expect(await asViewer(elsewhere, (tx) => supplierFile(tx, id, "csv", "nl"))).toBeNull();
    const made = (await asViewer(moderator, (tx) => supplierFile(tx, id, "csv", "nl")))!;
    expect(made.columns).toEqual(["kenmerk", "naam", "telefoon", "adres", "postcode", "plaats", `1. ${question}`]);
    expect(made.rows).toHaveLength(1);
    const { reference } = await signUpNow(mine);
    expect(made.rows[0]).toMatchObject({ kenmerk: reference, naam: '=HYPERLINK("x")', telefoon: "+31612345678", [`1. ${question}`]: "-12" });
    expect(JSON.stringify(made)).not.toContain("m@voorbeeld.test");
    const csv = Buffer.from(await sheetFile(made.columns, made.rows, "csv")).toString();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(`"'+31612345678"`);
    expect(csv).toContain(`"'-12"`);
    const parts = fflate.unzipSync(await sheetFile(made.columns, made.rows, "xlsx"));
    const xml = Object.entries(parts).filter(([name]) => name.endsWith(".xml")).map(([, bytes]) => Buffer.from(bytes).toString()).join("\n");
    expect(xml).toContain("HYPERLINK");
    expect(xml).toContain("+31612345678");
    expect(xml).not.toMatch(/<f[ >]/);
    expect(await asViewer(me, (tx) => tx.select({ fields: purchaseReceipt.fields }).from(purchaseReceipt).where(eq(purchaseReceipt.signUpId, mine)))).toEqual([{ fields: ["name", "phone", "address", "answers"] }]);
  });

  it("makes a file with a head when nobody said yes, and none without a supplier", async () => {
    const { moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    const made = (await asViewer(moderator, (tx) => supplierFile(tx, id, "xlsx", "en")))!;
    expect(made.rows).toEqual([]);
    expect(Buffer.from(await sheetFile(made.columns, [], "csv")).toString()).toBe('\ufeff"kenmerk";"name";"e-mail";"address";"postcode";"place"\r\n');
    const concept = crypto.randomUUID();
    await asViewer(moderator, (tx) => saveConcept(tx, moderator, concept, { ...usual, neighbourhoods: [here.code] }));
    expect(await asViewer(moderator, (tx) => supplierFile(tx, concept, "csv", "nl"))).toBeNull();
    expect(await asViewer(moderator, (tx) => chooseSupplier(tx, concept, "Zon Voorbeeld", "De beste garantie"))).toBe(true);
    expect(await asViewer(moderator, (tx) => supplierFile(tx, concept, "csv", "nl")), "nothing of a concept goes anywhere").toBeNull();
  });

  it("counts who answered to other rules", async () => {
    const { me, sameStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code]);
    await ordered(moderator, me, id);
    await withOffer(moderator, sameStreet, id);
    expect(await asViewer(moderator, (tx) => answersToRules(tx, id, 2))).toEqual({ agreed: 0, refused: 0, waiting: 2 });
    const form = parseForm(proposalSchema(t), sent({ waarom: "x" }));
    expect(Object.keys(form.ok ? {} : form.errors)).toContain("waarom");
  });
});
