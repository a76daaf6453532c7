import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { dreamOf, everything, measureOf } from "../../../tests/support/everything.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { consent } from "../../../db/schema/people.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { consentBook } from "../consent/consent-book.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { inventory } from "./inventory.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { toCsv } from "./own-data-file.ts";
import { ownDataTables } from "./own-data-tables.ts";
import { requestErasure } from "./request-erasure.server.ts";
import { withdrawConsent } from "./withdraw-consent.server.ts";
import { ownPhotoBytes } from "./own-data.server.ts";

const openBook = (who: Resident) => asViewer(who, async (tx) => (await consentBook(tx, who)).filter((line) => !line.withdrawnAt));

describe("the tables of the own download", () => {
  it("are those that the inventory names", () => {
    const named = Object.entries(inventory).flatMap(([table, line]) => (line.personal && line.inOwnExport === true ? [table] : []));
    expect([...ownDataTables].sort()).toEqual(named.sort());
  });
});

describe.each(databaseKinds)("own data on %s", (kind) => {
  testDatabase(kind);

  it("holds something of every table, and nothing of a housemate's own or of a neighbour", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet } = await neighbours();
    await everything(me, sameStreet, otherStreet, flatmate, "Abrikoos");
    await everything(sameStreet, me, otherStreet, flatmate, "Bosbes");
    await asViewer(housemate, (tx) => changeDisplayName(tx, housemate, "Citroen"));
    const data = await ownData(me);
    expect(Object.keys(data).sort()).toEqual([...ownDataTables].sort());
    const filled = Object.entries(data).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([table]) => table).sort()).toEqual(ownDataTables.filter((table) => table !== "erasure").toSorted());
    const json = JSON.stringify(data);
    for (const words of ["Ervaring van", "Droom van", "Melding van", "Foto van", "Reden voor", "Bericht van", "Bezwaar van", "Telefoon van", "Antwoord aan", "Geblokkeerd door", "Formulier van", "Verzoek van", "Meedoener", "Nee van", "Kijkje bij", "Bord van", "Route van", "Vraag van", "Uitleg van", "Antwoord van", "Uitkomst van", "Vraagfoto van", "Uitzoeker", "Gemis van", "Wachten van", "Bericht aan een buur van", "Toezegging van", "Nagekomen door", "Inkoop van", "Nieuws van", "Stap van", "Aanbod aan", "Dak van", "Naam van", "Notitie over", "Bedrijf van"]) expect(json).toContain(`${words} Abrikoos`);
    expect(json).toContain("Vraag van een gast");
    expect(json).not.toContain("Bosbes");
    expect(json).not.toContain("Nee van een ander");
    expect(json).not.toContain("Citroen");
    for (const secret of [otherStreet.householdId, "idHash", "Id van", "Sleutel van"]) expect(json).not.toContain(secret);
    expect(data.photo).toMatchObject([{ file: `fotos/${String(data.photo[0]!.id)}.webp` }]);
    expect([...(await ownPhotoBytes(me, "photo", String(data.photo[0]!.id)))!]).toEqual([1, 2, 3]);
    expect(await ownPhotoBytes(otherStreet, "photo", String(data.photo[0]!.id))).toBeNull();
  }, 120_000);

  it("is there for an account without a home as well", async () => {
    const { me } = await neighbours();
    const data = await ownData({ ...me, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null });
    expect([data.account.length, data.measure.length]).toEqual([1, 0]);
  });

  it("shows in the book what is shared, and withdrawing it takes effect at once", async () => {
    const { me, sameStreet } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    const named = { ...me, displayName: "Noor" };
    const measureId = await measureOf(named, "Mooi");
    const dream = await dreamOf(sameStreet, "Een buurtmoestuin");
    await asViewer(named, (tx) => joinWish(tx, named, dream));
    await asViewer(named, (tx) => giveConsent(tx, named, { purpose: "published_figures" }, { subjectId: null, fieldGroup: "counts" }));
    const lines = await openBook(named);
    expect(lines.map(({ purpose }) => purpose).sort()).toEqual(["display_name", "join_wish", "published_figures", "share_measure"]);
    expect(lines.find(({ subjectId }) => subjectId === measureId)).toMatchObject({ kind: "green_roof", audience: "street", mine: true });
    for (const { id } of lines) expect(await asViewer(named, (tx) => withdrawConsent(tx, named, id))).toBe(true);
    expect(await openBook(me)).toEqual([]);
    const data = await ownData(me);
    expect(data.measure).toMatchObject([{ id: measureId, audience: "household", shownName: null }]);
    expect(data.resident).toMatchObject([{ displayName: null }]);
    expect((await asViewer(sameStreet, (tx) => findWish(tx, sameStreet, dream)))?.joins).toEqual([]);
  });

  it("keeps others from withdrawing: a neighbour nothing, a housemate everything but a name", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    await measureOf(me, "Mooi");
    const lines = await openBook(me);
    const shared = lines.find(({ purpose }) => purpose === "share_measure")!;
    const name = lines.find(({ purpose }) => purpose === "display_name")!;
    expect(await asViewer(sameStreet, (tx) => withdrawConsent(tx, sameStreet, shared.id))).toBe(false);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, name.id))).toBe(false);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, shared.id))).toBe(true);
    expect(await asViewer(housemate, (tx) => withdrawConsent(tx, housemate, shared.id))).toBe(false);
  });

  it("counts no consent as open after somebody left", async () => {
    const { me } = await neighbours();
    await measureOf(me, "Mooi");
    await requestErasure(me);
    const open = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.residentId, me.residentId), isNull(consent.withdrawnAt))));
    expect(open).toEqual([]);
  });
});

describe("a table as CSV", () => {
  it("can be opened without running anything", () => {
    const csv = toCsv([{ id: 1, experience: '=HYPERLINK("http://kwaad.test")', powerAfterKwh: -200, note: "met, komma\nen regel", when: new Date(0), list: ["cost", "time"], bytes: new Uint8Array([1]) }]);
    expect(csv).toBe('\uFEFF"id";"experience";"powerAfterKwh";"note";"when";"list"\r\n1;"\'=HYPERLINK(""http://kwaad.test"")";-200;"met, komma\nen regel";"1970-01-01T00:00:00.000Z";"cost, time"\r\n');
    expect(toCsv([{ a: "+31", b: "@x", c: "-1" }])).toContain(`"'+31";"'@x";"'-1"`);
  });
});
