import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Quarter } from "../../../app/features/insights/release/book.ts";
import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";
import type { Shown } from "../../../app/features/insights/release/show-cell.ts";
import { tablesOf } from "../../../app/features/insights/release/turns.ts";
import { figureBudget, figurePreparation } from "../../../db/schema/insights.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../support/databases.ts";
import { countedHouseholds, figureNeighbourhood, homeOf, moderatorOf } from "../../support/figure-town.ts";
import { bitesInDatabase, holdsInDatabase, most } from "./advantage.ts";
import { seededBytes } from "./seeded-bytes.ts";
import { released } from "./released.ts";
import { likelier, say, shownChance, type World } from "./attacker.ts";

// The attacks of docs/figures.md through everything that a release goes through: households in tables, the job, two moderators,
// and what a reader is given. On the database that servers have, where there is one.

const ONE = 0.245;
const kind = databaseKinds.at(-1)!;
const dwellings = 600;
const target = 500;
const code = "BU99300101";
const [first, second] = [moderatorOf(1, code), moderatorOf(2, code)];
let year = 2100;

describe(`through the database (${kind})`, () => {
  const database = testDatabase(kind);

  beforeAll(async () => {
    await figureNeighbourhood(code, dwellings);
    await countedHouseholds(code, 1, 22, { measures: ["glazing"], involvement: "join_in" });
    await countedHouseholds(code, 23, 44, { involvement: "not_now" });
    await countedHouseholds(code, 45, 140, { involvement: "informed" });
    await countedHouseholds(code, target, target, { measures: ["glazing"], involvement: "join_in" });
  }, 60_000);

  const home = homeOf(code, target);
  const household = `(select id from household where dwelling_id = '${home}')`;
  /** The target agrees to be counted or doesn't: what the attacker wants to know. */
  const takesPart = (does: boolean) => asOwner(database, `update consent set withdrawn_at = ${does ? "null" : "now()"} where household_id in ${household}`);

  const release = (quarter: Quarter, random: RandomBytes) => released(code, quarter, second, random);

  const world = (cells: Record<string, number>, participants: number): World => ({ participants, cells: { "taking_part/homes": participants, ...cells } });
  const glazing = (homes: number) => world({ "insulation/glazing": homes }, 118 + homes);

  holdsInDatabase("before and after one household", most(2), async (did, random) => {
    await takesPart(did);
    const quarter: Quarter = `${(year += 1)}-Q2` as Quarter;
    return say(likelier(await release(quarter, random), tablesOf(quarter), glazing(23), glazing(22)), random);
  });

  holdsInDatabase("one answer of a household that takes part anyway", ONE, async (did, random) => {
    await takesPart(true);
    await asOwner(database, `update measure set withdrawn_at = ${did ? "null" : "now()"} where household_id in ${household}`);
    const quarter = `${(year += 1)}-Q2` as Quarter;
    const ratio = likelier(await release(quarter, random), tablesOf(quarter), world({ "insulation/glazing": 23 }, 141), world({ "insulation/glazing": 22 }, 141));
    await asOwner(database, `update measure set withdrawn_at = null where household_id in ${household}`);
    return say(ratio, random);
  });

  holdsInDatabase("erasure in between", most(2), async (did, random) => {
    await takesPart(did);
    const [before, after] = [`${(year += 1)}-Q2` as Quarter, `${year + 1}-Q2` as Quarter];
    year += 1;
    const told = likelier(await release(before, random), tablesOf(before), glazing(23), glazing(22));
    await takesPart(false);
    return say(told + likelier(await release(after, random), tablesOf(after), glazing(22), glazing(22)), random);
  });

  holdsInDatabase("a moderator and an official together, who know all other answers", ONE, async (did, random) => {
    await takesPart(true);
    await asOwner(database, `update resident set involvement = '${did ? "join_in" : "not_now"}' where household_id in ${household}`);
    const quarter = `${(year += 1)}-Q1` as Quarter;
    const known = { "involvement/informed": 96, "taking_part/homes": 141 };
    const sheet = await release(quarter, random);
    await asOwner(database, `update resident set involvement = 'join_in' where household_id in ${household}`);
    const only = sheet && { ...sheet, tables: sheet.tables.filter(({ table }) => table === "involvement") };
    return say(likelier(only, tablesOf(quarter), world({ ...known, "involvement/join_in": 23, "involvement/not_now": 22 }, 141), world({ ...known, "involvement/join_in": 22, "involvement/not_now": 23 }, 141)), random);
  });

  holdsInDatabase("differencing across releases", ONE, async (did, random) => {
    await takesPart(false);
    const [before, after] = [`${(year += 1)}-Q2` as Quarter, `${year + 1}-Q2` as Quarter];
    year += 1;
    const one = cellOf(await release(before, random));
    await takesPart(did);
    const other = cellOf(await release(after, random));
    const over = (more: number) => Array.from({ length: 80 }, (_, count) => shownChance(one, count, "numbers", dwellings) * shownChance(other, count + more, "numbers", dwellings)).reduce((sum, chance) => sum + chance, 0);
    return say(Math.log(over(1) / over(0)), random);
  });

  bitesInDatabase("counts of the same tables, at least ten and rounded to five", 0.6, async (did) => {
    await takesPart(did);
    const rounded = await asWorker(async (tx) => {
      // 22 is said as 20, and one more as 25.
      const [row] = await tx.select({ shown: sql`round(count(*) / 5.0) * 5`.mapWith(Number) }).from(sql`(select distinct m.dwelling_id from measure m join consent c on c.household_id = m.household_id
        where m.neighbourhood_code = ${code} and m.kind = 'glazing' and m.withdrawn_at is null and c.purpose = 'published_figures' and c.withdrawn_at is null) d`);
      return row!.shown;
    });
    return rounded === 25;
  });

  it("leaving and joining again finds the same row of the ledger, and erasing takes nothing off it", async () => {
    await takesPart(true);
    const units = async () => asWorker(async (tx) => (await tx.select({ units: figureBudget.units }).from(figureBudget).where(eq(figureBudget.year, 2090))).map((row) => row.units));
    const random = seededBytes("rejoin");
    await release("2090-Q2", random);
    expect(await units()).toEqual(Array.from({ length: 141 }, () => 7));
    await asOwner(database, `delete from measure where household_id in ${household}; delete from consent where household_id in ${household}; delete from membership where household_id in ${household};
      delete from resident where household_id in ${household}; delete from household where dwelling_id = '${home}'`);
    await asOwner(database, `delete from auth.account where email like '${code.toLowerCase()}-${target}@%'`);
    expect(await units()).toHaveLength(141);
    await countedHouseholds(code, target, target, { measures: ["glazing"] });
    await release("2090-Q3", random);
    expect(await units()).toEqual(Array.from({ length: 141 }, () => 14));
  });

  it("nobody who looks together sees a count: the moderators, the official and who reads figures", async () => {
    for (const who of [first, second, { ...first, moderates: [], officialNow: ["GM9930"] }]) {
      const kept = await asViewer(who, (tx) => tx.select().from(figurePreparation));
      expect(JSON.stringify(kept)).not.toMatch(/participants|counts/);
      await expect(asViewer(who, (tx) => tx.execute(sql`select * from figure_waiting`))).rejects.toThrow();
      await expect(asViewer(who, (tx) => tx.execute(sql`select * from figure_budget`))).rejects.toThrow();
    }
  });
});

const cellOf = (sheet: Sheet | null): Shown => sheet!.tables.find(({ table }) => table === "insulation")!.cells.find(({ cell }) => cell === "glazing")!.shown;
