import { spawnSync } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { askPreparation } from "../../../app/features/insights/desk/ask-preparation.server.ts";
import { cancelPreparation } from "../../../app/features/insights/desk/decide-preparation.server.ts";
import { figuresPurpose } from "../../../app/features/insights/draw/draw-preparations.server.ts";
import type { Quarter } from "../../../app/features/insights/release/book.ts";
import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import { tablesOf } from "../../../app/features/insights/release/turns.ts";
import { secretFor } from "../../../app/http/secrets.server.ts";
import { figurePreparation } from "../../../db/schema/insights.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { postgresError } from "../../access/probe.ts";
import { asOwner, databaseKinds, ownerConnection, testDatabase } from "../../support/databases.ts";
import { countedHouseholds, figureNeighbourhood, homeOf, moderatorOf } from "../../support/figure-town.ts";
import { bitesInDatabase, holdsInDatabase, most } from "./advantage.ts";
import { cellOf, oneCell } from "./attacks.ts";
import { bestFakes, likelier, say, shownChance, type World, worldOf } from "./attacker.ts";
import { asOftenAsYouLike, dwellings, keptNoise, thresholdAndRounding, unchangedWhenFew } from "./publishers.ts";
import { asked, drawn, frozenRows, measuresOf, published, released } from "./released.ts";
import { seededBytes } from "./seeded-bytes.ts";
import { rows } from "./town.ts";

// Attacks in which others have a part: fakes, other neighbourhoods, public data, who sees the preparation, and whoever gets a dump.

const ONE = 0.245;
const kind = databaseKinds.at(-1)!;
const [code, target] = ["BU99310101", 500];
const small = ["BU99310201", "BU99310202", "BU99310203", "BU99310204"];
const district = "WK993102";
const second = moderatorOf(2, code, ...small);
const home = homeOf(code, target);
const known = Array.from({ length: 20 }, (_, index) => homeOf(code, index + 1));
const fakes = [201, 202, 203, 204].map((number) => homeOf(code, number));
let year = 2100;
const next = (part: 1 | 2 | 3 | 4) => `${(year += 1)}-Q${part}` as Quarter;

describe(`together, through the database (${kind})`, () => {
  const database = testDatabase(kind);

  beforeAll(async () => {
    await figureNeighbourhood(code, dwellings);
    await countedHouseholds(code, 1, 60, { measures: ["glazing", "heat_pump_hybrid", "roof_insulation", "floor_insulation", "cavity_insulation"] });
    await countedHouseholds(code, 61, 140);
    await countedHouseholds(code, 201, 204, { measures: ["glazing"] });
    await countedHouseholds(code, target, target, { measures: ["glazing", "heat_pump_hybrid"] });
    for (const area of small) {
      await figureNeighbourhood(area, 200);
      await countedHouseholds(area, 1, 7, { measures: ["glazing"] });
      await countedHouseholds(area, 8, 15);
    }
  }, 60_000);

  /** Exactly these homes told of it. */
  const glazing = (...homes: string[]) => measuresOf(code, "glazing", homes);
  const world = (cells: Record<string, number>, participants: number): World => ({ participants, cells: { "taking_part/homes": participants, ...cells } });
  const weigh = (sheet: Sheet | null, quarter: Quarter, cell: string, count: number, participants = 145) => likelier(sheet, tablesOf(quarter), world({ [cell]: count + 1 }, participants), world({ [cell]: count }, participants));

  holdsInDatabase("four fakes at a boundary", ONE, async (did, random) => {
    const brought = fakes.slice(0, bestFakes(20, dwellings));
    await glazing(...known, ...brought, ...(did ? [home] : []));
    const quarter = next(2);
    return say(weigh(await released(code, quarter, second, random), quarter, "insulation/glazing", 20 + brought.length), random);
  });

  holdsInDatabase("preparing, looking, cancelling and preparing again with fakes", ONE, async (did, random) => {
    await glazing(...known, ...(did ? [home] : []));
    const quarter = next(2);
    const id = await asked(code, quarter);
    await drawn(random);
    const [seen] = await asViewer(second, (tx) => tx.select({ sheet: figurePreparation.sheet }).from(figurePreparation).where(eq(figurePreparation.id, id)));
    expect(await asViewer(second, (tx) => cancelPreparation(tx, id))).toBe(true);
    await glazing(...known, ...fakes, ...(did ? [home] : []));
    expect(postgresError(await asked(code, quarter).catch((thrown: unknown) => thrown)).code).toBe("23505");
    expect(await drawn(random)).toBe(0);
    return say(weigh(seen!.sheet as Sheet, quarter, "insulation/glazing", 20), random);
  });

  holdsInDatabase("differencing up the hierarchy", ONE, async (did, random) => {
    // Together 25 did it besides the target: where yes begins, as fakes can arrange.
    for (const [index, area] of small.entries()) await measuresOf(area, "glazing", Array.from({ length: index || did ? (index ? 6 : 7) : 6 }, (_, number) => homeOf(area, number + 1)));
    const quarter = next(2);
    for (const area of small) await asked(area, quarter);
    await drawn(random);
    const [made] = await asWorker((tx) => tx.insert(figurePreparation).values({ area: district, areaName: district, quarter, district, municipalityCode: "GM9931", neighbourhoods: small }).returning({ id: figurePreparation.id }));
    await drawn(random);
    const sheet = await published(made!.id, district, quarter, { ...second, moderates: small });
    // Whether there is a sheet at all tells next to nothing of one answer: who takes part is the same.
    return say(sheet ? likelier(sheet, tablesOf(quarter), world({ "insulation/glazing": 25 }, 60), world({ "insulation/glazing": 24 }, 60), false) : 0, random);
  });

  holdsInDatabase("linkage with public labels", ONE, async (did, random) => {
    // How likely each of 60 homes has a heat pump, as its label tells; the attacker knows no more of them.
    const labels = [{ homes: 15, percent: 90 }, { homes: 20, percent: 40 }, { homes: 25, percent: 5 }].flatMap(({ homes, percent }) => Array.from({ length: homes }, () => percent));
    const believed = labels.reduce((sum, percent) => [...sum, 0].map((chance, count) => (chance * (100 - percent) + (sum[count - 1] ?? 0) * percent) / 100), [1]);
    const pumps = labels.flatMap((percent, index) => (random(2).reduce((sum, byte) => sum * 256 + byte, 0) * 100 < percent * 65_536 ? [homeOf(code, index + 1)] : []));
    await measuresOf(code, "heat_pump_hybrid", [...pumps, ...(did ? [home] : [])]);
    const sheet = await released(code, next(3), second, random);
    const shown = sheet!.tables.find(({ table }) => table === "installations")!.cells.find(({ cell }) => cell === "heat_pump_hybrid")!.shown;
    const over = (more: number) => believed.reduce((sum, chance, count) => sum + chance * shownChance(shown, count + more, "numbers", dwellings), 0);
    return say(Math.log(over(1) / over(0)), random);
  });

  holdsInDatabase("leaving and joining again between two releases of a year", most(3), async (did, random) => {
    // Counted and seen in both, and its answer in the first: three answers. The row of the ledger is the same one.
    await glazing(...known, home);
    const there = (does: boolean) => asOwner(database, `update consent set withdrawn_at = ${does ? "null" : "now()"} where household_id in (select id from household where dwelling_id = '${home}')`);
    const [one, other] = [next(2), `${year}-Q3` as Quarter];
    await there(did);
    const told = likelier(await released(code, one, second, random), tablesOf(one), world({ "insulation/glazing": 21 }, 145), world({ "insulation/glazing": 20 }, 144));
    await there(false);
    await there(did);
    const again = likelier(await released(code, other, second, random), tablesOf(other), world({}, 145), world({}, 144));
    await there(true);
    return say(told + again, random);
  });

  it("a release that is read a thousand times is the same a thousand times, and is published once", { timeout: 120_000 }, async () => {
    const quarter = next(2);
    const id = await asked(code, quarter);
    await drawn(seededBytes("often"));
    expect(await published(id, code, quarter, second, 1000)).not.toBeNull();
    expect(await published(id, code, quarter, second)).toBeNull();
  });

  // The same households under rules that don't protect.
  const [didIt, not] = [() => glazing(...known, "fake", home), () => glazing(...known)];

  bitesInDatabase("before and after one household, on threshold and rounding", 0.6, async (did) => {
    // 22 is said as 20, and one more as 25.
    const before = [...known, ...fakes.slice(0, 2)];
    await glazing(...before, home);
    const one = worldOf(await frozenRows(code));
    await glazing(...before);
    const other = worldOf(await frozenRows(code));
    if (did) await glazing(...before, home);
    const publisher = thresholdAndRounding(seededBytes("no noise"));
    return publisher.weigh(publisher.release(await frozenRows(code), "2090-Q2"), one, other) > 0;
  });

  bitesInDatabase("two fakes that change, on unchanged when few changed", 0.4, async (did, random) => {
    const publisher = unchangedWhenFew(random);
    await not();
    const before = publisher.release(await frozenRows(code), "2090-Q2");
    await glazing(...known, ...fakes.slice(0, 2), ...(did ? [home] : []));
    return JSON.stringify(publisher.release(await frozenRows(code), "2090-Q3")?.tables) !== JSON.stringify(before?.tables);
  });

  bitesInDatabase("preparing 150 times with fresh noise", 0.6, async (did, random) => {
    await didIt();
    const one = worldOf(await frozenRows(code));
    await not();
    const other = worldOf(await frozenRows(code));
    if (did) await didIt();
    const there = await frozenRows(code);
    const publisher = asOftenAsYouLike(random);
    return say(Array.from({ length: 150 }, () => publisher.weigh(publisher.release(there, "2090-Q2"), one, other)).reduce((sum, ratio) => sum + ratio, 0), random);
  });

  bitesInDatabase("preparing twice with fakes under the same noise", 0.6, async (did, random) => {
    const publisher = keptNoise(random);
    // Fakes, one after the other, show where rounding turns, before the target's answer and after it.
    const turn = async (...more: string[]) => {
      await glazing(...known, ...more);
      const there = await frozenRows(code);
      const shown = [0, 1, 2, 3, 4, 5].map((count) => JSON.stringify(cellOf(publisher.release([...there, ...rows("fake", count, oneCell)], "2090-Q2"), "measures", "glazing")));
      return shown.findIndex((one) => one !== shown[0]);
    };
    const before = await turn();
    return (await turn(...(did ? [home] : []))) !== before;
  });

  it("the secret and the homes are in no row of the database that figures leave behind, and in no dump of it", { timeout: 60_000 }, async () => {
    await released(code, next(1), second, seededBytes("dump"));
    const secret = secretFor(figuresPurpose);
    const never = [process.env.APP_SECRET!, secret.toString("hex"), secret.toString("base64url"), secret.toString("base64")];
    const owner = ownerConnection(database);
    const tables = (await owner.rows<{ name: string }>("select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth', 'pgboss') and c.relkind = 'r'")).map(({ name }) => name);
    expect(tables).toContain("figure_budget");
    for (const name of tables) {
      const text = (await owner.rows<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row).join("\n");
      for (const secretText of never) expect(text.includes(secretText), name).toBe(false);
      if (/figure_|published_/.test(name)) expect(text, name).not.toMatch(new RegExp(`${code.slice(2)}\\d{8}`));
    }
    if (owner !== database.connection) await owner.close();
    if (!database.url) return console.warn("a dump: not tested, there is no PostgreSQL");
    const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
    url.pathname = new URL(database.url).pathname;
    const { status, stdout, error } = spawnSync("pg_dump", ["--dbname", url.href], { encoding: "utf8", maxBuffer: 1e9 });
    if (error) return console.warn("a dump: not tested, pg_dump is not installed");
    expect(status).toBe(0);
    const ledger = /COPY public\.figure_budget .*?;\n([\s\S]*?)\n\\\./.exec(stdout)![1]!.split("\n");
    expect(ledger.length).toBeGreaterThan(140);
    // What is in the dump is the whole database: the homes themselves are, and nothing that leads from them to the ledger.
    expect(stdout).toContain(home);
    for (const secretText of never) expect(stdout.includes(secretText)).toBe(false);
    expect(ledger.join("\n")).not.toMatch(new RegExp(`${code.slice(2)}\\d{8}`));
  });

  it("a moderator and an official together can't prepare again what is prepared, nor another quarter", async () => {
    const official = { ...second, moderates: [], officialNow: ["GM9931"] };
    const ask = (who: typeof second) => asViewer(who, (tx) => askPreparation(tx, code));
    const first = await Promise.all([ask(moderatorOf(1, code)), ask(second), ask(official)]);
    expect(first.filter(Boolean)).toHaveLength(1);
    await drawn(seededBytes("once"));
    expect(await Promise.all([ask(moderatorOf(1, code)), ask(second), ask(official)])).toEqual([null, null, null]);
    const quarters = await asWorker((tx) => tx.select({ quarter: figurePreparation.quarter }).from(figurePreparation).where(sql`area = ${code} and quarter = viewer.quarter()`));
    expect(quarters).toHaveLength(1);
  });
});
