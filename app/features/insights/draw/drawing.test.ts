import { eq, sql } from "drizzle-orm";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { appendToJournal } from "../../../../db/journal.server.ts";
import { replayJournal } from "../../../../db/replay-journal.server.ts";
import { forgetTraces } from "../../privacy/forget-traces.server.ts";
import { seededBytes } from "../../../../tests/attack/figures/seeded-bytes.ts";
import { postgresError } from "../../../../tests/access/probe.ts";
import { asOwner, databaseKinds, ownerConnection, testDatabase } from "../../../../tests/support/databases.ts";
import { countedHouseholds, figureNeighbourhood, moderatorOf } from "../../../../tests/support/figure-town.ts";
import { openPurchaseRows } from "../../../../tests/support/purchases.ts";
import { figureBudget, figureEvent, figurePreparation, figureWaiting, publishedFigure, publishedRelease } from "../../../../db/schema/insights.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { askPreparation } from "../desk/ask-preparation.server.ts";
import { cancelPreparation, publishPreparation } from "../desk/decide-preparation.server.ts";
import { readReleases } from "../read-releases.server.ts";
import { drawPreparations } from "./draw-preparations.server.ts";

const [large, middle, ...small] = ["BU99200101", "BU99200102", "BU99200103", "BU99200104", "BU99200105"] as [string, string, ...string[]];
const district = "WK992001";
const [one, two] = [moderatorOf(1, large, middle, ...small), moderatorOf(2, large, middle, ...small)];
const elsewhere = moderatorOf(3, "BU99210101");
const secret = Buffer.from("a secret of the tests, 32 bytes.");
let draws = 0;
const draw = () => asWorker((tx) => drawPreparations(tx, 100, { random: seededBytes(`drawing ${(draws += 1)}`), secret }));
const ask = (area: string, who = one) => asViewer(who, (tx) => askPreparation(tx, area));
const publish = (id: string, who = two) => asViewer(who, (tx) => publishPreparation(tx, id));
const cancel = (id: string, who = one) => asViewer(who, (tx) => cancelPreparation(tx, id));
const preparation = (id: string) => asWorker(async (tx) => (await tx.select().from(figurePreparation).where(eq(figurePreparation.id, id)))[0]!);
/** As if the job had been asked in another quarter. */
const askIn = (area: string, quarter: string) =>
  asWorker(async (tx) => {
    const row = { area, areaName: area, quarter, district: `WK${area.slice(2, 8)}`, municipalityCode: `GM${area.slice(2, 6)}`, neighbourhoods: [area] };
    return (await tx.insert(figurePreparation).values(row).returning({ id: figurePreparation.id }))[0]!.id;
  });
const cellsOf = async (id: string): Promise<Record<string, unknown>> => {
  const { sheet } = await preparation(id);
  const { tables } = sheet as { tables: { table: string; cells: { cell: string; shown: object }[] }[] };
  return Object.fromEntries(tables.flatMap(({ table, cells }) => cells.map(({ cell, shown }) => [`${table}/${cell}`, shown])));
};
const refused = async (deed: Promise<unknown>) => expect(postgresError(await deed.then(() => expect.fail("was let through"), (thrown: unknown) => thrown)).code).toBe("42501");
const around = (value: number) => ({ kind: "about", value: expect.toSatisfy((shown: number) => Math.abs(shown - value) <= 15) as number });

describe.each(databaseKinds)("figures on %s", (kind) => {
  const database = testDatabase(kind);

  beforeAll(async () => {
    for (const code of [large, middle, ...small]) await figureNeighbourhood(code, 400);
    await countedHouseholds(large, 1, 90, { measures: ["glazing", "solar_panels"], wishes: ["green_roof"], involvement: "join_in" });
    await countedHouseholds(large, 91, 150, { involvement: "not_now", evidence: "vouch" });
    await countedHouseholds(middle, 1, 60, { measures: ["glazing"] });
    for (const code of small) await countedHouseholds(code, 1, 20, { measures: ["glazing"] });
    // Under a text that named measures and wishes only.
    await countedHouseholds(large, 151, 200, { measures: ["glazing"], fieldGroup: "measures_and_wishes" });
  });

  it("are prepared by one, shown before, published by another as they were shown, and numbered", async () => {
    const id = (await ask(large))!;
    expect(await preparation(id)).toMatchObject({ state: "asked", sheet: null, neighbourhoods: [large] });
    expect(await publish(id)).toBe("state");
    expect(await draw()).toBe(1);
    expect(await draw()).toBe(0);
    const { sheet, state } = await preparation(id);
    expect(state).toBe("prepared");
    expect(await publish(id, one)).toBe("two_people");
    expect(await publish(id, elsewhere)).toBeNull();
    expect(await publish(id)).toBe("published");
    expect(await publish(id)).toBe("state");
    expect(await cancel(id)).toBe(false);
    const [release] = await readReleases(two);
    const prepared = sheet as { form: string; dwellings: number; tables: { table: string; cells: { cell: string; shown: { kind: string; value?: number; answer?: string } }[] }[] };
    expect(release).toMatchObject({ area: large, areaName: "Buurt 01", number: 1, form: prepared.form, dwellings: 400 });
    expect(release!.tables).toEqual(prepared.tables.map(({ table, cells }) => ({ topic: table, cells: cells.map(({ cell, shown }) => ({ cell, kind: shown.answer ?? shown.kind, value: shown.value ?? null })) })));
    expect(await readReleases(elsewhere)).toEqual([]);
    expect(await readReleases(null)).toEqual([]);
    expect(await readReleases({ neighbourhoodCode: large, moderates: [] })).toEqual([release]);
    expect(await readReleases({ neighbourhoodCode: null, moderates: [], officialNow: ["GM9920"] })).toEqual([release]);
    expect(await asViewer(one, async (tx) => (await tx.select({ deed: figureEvent.deed }).from(figureEvent).orderBy(figureEvent.at)).map(({ deed }) => deed))).toEqual(["prepared", "published"]);
  });

  it("are asked for once, by who moderates the neighbourhood", async () => {
    expect(await ask(large)).toBeNull();
    expect(await ask(large, elsewhere)).toBeNull();
    expect(await ask("BU99209999")).toBeNull();
    expect(await ask(district)).toBeNull();
    const asked = await Promise.all([ask(middle), ask(middle, two)]);
    expect(asked.filter((id) => id !== null)).toHaveLength(1);
    await draw();
    const id = asked.find((made) => made !== null)!;
    expect(await preparation(id)).toMatchObject({ state: "prepared", sheet: { form: "yes_no" } });
    const before = await asWorker((tx) => tx.select().from(figureBudget));
    expect(await cancel(id, elsewhere)).toBe(false);
    expect(await cancel(id)).toBe(true);
    expect(await cancel(id)).toBe(false);
    expect(await preparation(id)).toMatchObject({ state: "cancelled", sheet: null });
    expect([await ask(middle), await publish(id)]).toEqual([null, "state"]);
    // What was spent stays spent.
    expect(await asWorker((tx) => tx.select().from(figureBudget))).toEqual(before);
  });

  it("of a neighbourhood that is too small wait for the district, and are forgotten with it", async () => {
    for (const code of small) await ask(code);
    await draw();
    const states = async () => asWorker(async (tx) => (await tx.select({ state: figurePreparation.state }).from(figurePreparation).where(sql`area = any (string_to_array(${small.join(" ")}, ' '))`)).map(({ state }) => state));
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    const id = (await ask(district))!;
    await draw();
    expect(await preparation(id)).toMatchObject({ state: "prepared", neighbourhoods: small, sheet: { form: "yes_no", dwellings: 1200, neighbourhoods: small } });
    expect(await states()).toEqual(["in_district", "in_district", "in_district"]);
    expect(await asWorker((tx) => tx.select().from(figureWaiting))).toEqual([]);
    expect(await publish(id)).toBe("published");
    expect((await readReleases({ neighbourhoodCode: small[0]!, moderates: [] })).map(({ area }) => area)).toEqual([district]);
    // Nobody in the large neighbourhood is in it.
    expect((await readReleases({ neighbourhoodCode: large, moderates: [] })).map(({ area }) => area)).toEqual([large]);
  });

  it("count each quarter what has its turn, of those who agreed to that", async () => {
    const [first, second, third, fourth] = [await askIn(large, "2031-Q1"), await askIn(large, "2031-Q2"), await askIn(large, "2031-Q3"), await askIn(large, "2031-Q4")];
    expect(await draw()).toBe(4);
    expect(await cellsOf(first)).toMatchObject({
      "taking_part/homes": around(150), "reach/letter": around(90), "reach/vouch": around(60), "reach/door": { kind: "few" }, "involvement/join_in": around(90), "involvement/not_now": around(60),
      "conversion/approached": { kind: "few" }, "conversion/decided": around(90), "conversion/done": around(90),
    });
    expect(await cellsOf(second)).toMatchObject({ "taking_part/homes": around(200), "insulation/glazing": around(140), "insulation/roof_insulation": { kind: "few" } });
    expect(await cellsOf(third)).toMatchObject({ "taking_part/homes": around(200), "installations/solar_panels": around(90) });
    expect(await cellsOf(fourth)).toMatchObject({ "taking_part/homes": around(200), "wishes/green_roof": around(90) });
    expect(Object.keys(await cellsOf(third))).not.toContain("insulation/glazing");
  });

  it("leave out who took the consent back, who left, and who gave away all of a year", async () => {
    const owner = (script: string) => asOwner(database, script);
    await owner(`update consent set withdrawn_at = now() where neighbourhood_code = '${large}' and household_id in (select id from household where dwelling_id like '%1' and neighbourhood_code = '${large}')`);
    await owner(`update membership set ended_at = now() where household_id in (select id from household where dwelling_id like '%2' and neighbourhood_code = '${large}')`);
    // A fifth in a year: the ledger has no room, and nothing says so.
    const [left, over] = [await askIn(large, "2032-Q2"), await askIn(middle, "2033-Q2")];
    await draw();
    expect(await cellsOf(left)).toMatchObject({ "taking_part/homes": around(160), "insulation/glazing": around(112) });
    expect(await cellsOf(over)).toMatchObject({ "taking_part/homes": { kind: "at_least_20", answer: "yes" } });
    for (const other of ["BU99200106", "BU99200107", "BU99200108", "BU99200109"]) {
      // The same homes under other codes of the neighbourhood, as CBS changes them.
      await owner(`update neighbourhood set code = '${other}' where code = '${other === "BU99200106" ? middle : `BU9920010${Number(other.at(-1)) - 1}`}'`);
      await askIn(other, "2033-Q3");
      await draw();
    }
    const last = await asWorker((tx) => tx.select().from(figurePreparation).where(eq(figurePreparation.area, "BU99200109")));
    const waiting = await asWorker((tx) => tx.select().from(figureWaiting).where(eq(figureWaiting.preparationId, last[0]!.id)));
    // Nobody is left to be counted: what waits is noise.
    expect(last[0]!.state).toBe("waiting");
    expect(waiting[0]!.counts["installations/solar_panels"]).toBe(0);
    expect(waiting[0]!.counts["taking_part/homes"]).toBe(0);
    expect(await asWorker((tx) => tx.select({ units: figureBudget.units }).from(figureBudget).where(sql`year = 2033`).groupBy(figureBudget.units))).toEqual([{ units: 28 }]);
    await owner(`update neighbourhood set code = '${middle}' where code = 'BU99200109'`);
  });

  it("give an answer that changed since the last time the room of two", async () => {
    const answers = () => asWorker((tx) => tx.select({ key: figureBudget.dwellingKey, answer: figureBudget.answer }).from(figureBudget).where(sql`year = 2034 and answer is not null`));
    await askIn(small[0]!, "2034-Q1");
    await draw();
    expect(await answers()).toHaveLength(20);
    expect(new Set((await answers()).map(({ answer }) => answer)).size).toBe(20);
    await asOwner(database, `update resident set involvement = 'join_in' where neighbourhood_code = '${small[0]}'`);
    const next = await askIn(small[0]!, "2035-Q1");
    await draw();
    // Five cells and a change: all fit. With every step there would be seven.
    const [waiting] = await asWorker((tx) => tx.select().from(figureWaiting).where(eq(figureWaiting.preparationId, next)));
    expect(waiting!.counts).toMatchObject({ "involvement/join_in": 20, "involvement/informed": 0, "taking_part/homes": 20 });
  });

  it("count who takes part in a purchase, of who agreed to a text that says so; with the wishes, and only whether they are twenty", async () => {
    const code = "BU99200401";
    await figureNeighbourhood(code, 40);
    await countedHouseholds(code, 1, 14, { wishes: ["green_roof"] });
    await countedHouseholds(code, 15, 20, { wishes: ["green_roof"], textVersion: "published_figures-3" });
    const owner = ownerConnection(database);
    const purchase = await openPurchaseRows(owner, code, moderatorOf(1).residentId);
    if (owner !== database.connection) await owner.close();
    const signedUp = (homes: string) => `insert into purchase_sign_up (household_id, neighbourhood_code, street_id, dwelling_id, resident_id, purchase_id, joined_in, party, rules_version, mover, moved_by)
      select h.id, h.neighbourhood_code, h.street_id, h.dwelling_id, r.id, '${purchase}', h.neighbourhood_code, 'owner', 1, 'resident', r.id
      from household h join resident r on r.household_id = h.id where h.neighbourhood_code = '${code}' and right(h.dwelling_id, 2)::int between ${homes}`;
    // Nine that take part, of whom two left again; three more under the text before this one.
    await asOwner(database, signedUp("1 and 9"));
    await asOwner(database, signedUp("15 and 17"));
    await asOwner(database, `update purchase_sign_up set state = 'withdrawn' where neighbourhood_code = '${code}' and right(dwelling_id, 2) in ('01', '02')`);
    const exact = await askIn(code, "2036-Q4");
    await draw();
    const [waiting] = await asWorker((tx) => tx.select().from(figureWaiting).where(eq(figureWaiting.preparationId, exact)));
    expect(waiting!.counts).toMatchObject({ "purchases/joined": 7, "wishes/green_roof": 20, "taking_part/homes": 20 });
    const shown = await askIn(large, "2036-Q4");
    await draw();
    // A neighbourhood with numbers says no number of this.
    expect(await cellsOf(shown)).toMatchObject({ "taking_part/homes": { kind: "about" }, "purchases/joined": { kind: "at_least_20", answer: "no" } });
  });

  it("are remembered by the journal: a restored backup that never heard of a quarter doesn't draw its noise again", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "buurhof-figures-")), "journal.txt");
    vi.stubEnv("JOURNAL_FILE", file);
    await figureNeighbourhood("BU99200301", 20);
    const moderator = moderatorOf(9, "BU99200301");
    expect(await ask("BU99200301", moderator)).not.toBeNull();
    await appendToJournal(database.connection);
    await asOwner(database, "delete from figure_event where area = 'BU99200301'; delete from figure_preparation where area = 'BU99200301'; delete from journal_entry");
    await replayJournal(database.connection);
    const [again] = await asWorker((tx) => tx.select().from(figurePreparation).where(eq(figurePreparation.area, "BU99200301")));
    expect(again).toMatchObject({ state: "cancelled", sheet: null });
    expect(await ask("BU99200301", moderator)).toBeNull();
    vi.unstubAllEnvs();
  });

  it("are forgotten where they wait for a district of a quarter that is over, and so is a budget of two years ago", async () => {
    const [old, recent] = ["00000000-0000-4000-8042-000000000001", "00000000-0000-4000-8042-000000000002"];
    await asOwner(database, `insert into figure_budget (dwelling_key, year, units) values ('${old}', extract(year from now())::int - 2, 7), ('${recent}', extract(year from now())::int - 1, 7)`);
    const id = await askIn("BU99200301", "2001-Q1");
    await asWorker((tx) => tx.insert(figureWaiting).values({ preparationId: id, quarter: "2001-Q1", counts: {}, noisedParticipants: 3, dwellings: 20 }));
    await forgetTraces();
    expect(await asWorker((tx) => tx.select().from(figureWaiting).where(eq(figureWaiting.preparationId, id)))).toEqual([]);
    const kept = await asWorker((tx) => tx.select({ key: figureBudget.dwellingKey }).from(figureBudget));
    expect([old, recent].map((key) => kept.some((row) => row.key === key))).toEqual([false, true]);
  });

  it("never change once they are published, not by the job and not by the owner; nor does the ledger go down", async () => {
    await refused(asWorker((tx) => tx.update(publishedFigure).set({ value: 5 })));
    await refused(asWorker((tx) => tx.delete(publishedRelease)));
    await refused(asWorker((tx) => tx.delete(figureBudget)));
    await refused(asWorker((tx) => tx.update(figureBudget).set({ units: 7 }).where(eq(figureBudget.units, 28))));
    for (const script of ["update published_release set number = 9", "delete from published_figure", "truncate published_figure"]) await expect(asOwner(database, script)).rejects.toThrow(/never changes/);
  });
});
