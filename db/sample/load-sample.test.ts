import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { measureKinds } from "../../app/features/measures/catalogue.ts";
import { databaseKinds, testDatabase } from "../../tests/support/databases.ts";
import { connectPostgres } from "../connection.ts";
import { baseMap, energyLabel } from "../schema/register.ts";
import { measure, wish } from "../schema/sharing.ts";
import { asViewer, asWorker, type ViewerSettings } from "../viewer.server.ts";
import { loadSample } from "./load-sample.ts";
import { demoPeople } from "./people/demo-people.ts";
import { stock } from "./words/stock.ts";

test("the sample has words for every kind in the catalogue", () => {
  expect(Object.keys(stock).sort()).toEqual([...measureKinds].sort());
});

describe.each(databaseKinds)("the sample on %s", (kind) => {
  const database = testDatabase(kind);
  const now = new Date("2026-03-02T20:00:00Z");

  const viewer = async (email: string): Promise<ViewerSettings> => {
    const rows = await asAdministrator<{ id: string; household: string; code: string; street: string; building: string }>(
      `select r.id, h.id as household, h.neighbourhood_code as code, h.street_id as street, h.building_id as building
       from auth.account a join resident r on r.id = a.id join household h on h.id = r.household_id where a.email = $1`, [email]);
    const [row] = rows;
    if (!row) throw new Error(`${email} lives nowhere`);
    return { residentId: row.id, householdId: row.household, neighbourhoodCode: row.code, streetId: row.street, buildingId: row.building, moderates: [] };
  };
  const asAdministrator = async <Row extends object>(statement: string, parameters: unknown[] = []) => {
    const connection = database.url ? connectPostgres(administratorOf(database.url), 1) : database.connection;
    try {
      return await connection.rows<Row>(statement, parameters);
    } finally {
      if (database.url) await connection.close();
    }
  };

  test("loads with less than 25 seconds of work, and a second time not at all", async () => {
    const before = process.cpuUsage();
    const summary = await loadSample({ now });
    // Processor time, because other tests share the machine.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(25);
    expect(summary).toMatchObject({ households: 330 });
    expect(await loadSample({ now })).toBeNull();
  }, 120_000);

  test("two neighbourhoods are served and the one beside them is not", async () => {
    const served = await asAdministrator<{ code: string; served: boolean }>("select code, served from neighbourhood order by code");
    expect(served).toEqual([{ code: "BU99010101", served: true }, { code: "BU99010102", served: true }, { code: "BU99010103", served: false }]);
  });

  test("what the town uses is of an operator that does not exist, and known of most homes", async () => {
    const [use] = await asAdministrator<{ operators: string; elsewhere: number; homes: number; known: number }>(
      `select (select string_agg(distinct operator, ', ') from grid_use) as operators, (select count(*)::int from grid_use where postcode_from !~ '^99[789]0') as elsewhere,
         count(*)::int as homes, count(*) filter (where exists (select from grid_use g where g.postcode_from <= d.postcode and g.postcode_to >= d.postcode))::int as known
       from dwelling d where is_home and ended_on is null`);
    expect(use).toMatchObject({ operators: "Netbeheer Lindewaard (voorbeeld)", elsewhere: 0 });
    expect(use!.known / use!.homes).toBeGreaterThan(0.9);
  });

  test("the importer finds every type of home, and rows as rows", async () => {
    const types = await asAdministrator<{ type: string; homes: number }>(
      "select dwelling_type as type, count(*)::int as homes from dwelling where is_home and ended_on is null and neighbourhood_code <> 'BU99010103' group by 1");
    const homes = Object.fromEntries(types.map(({ type, homes: count }) => [type, count]));
    expect(Object.keys(homes).sort()).toEqual(["detached", "end_terrace", "flat", "semi_detached", "terraced"]);
    expect(homes.terraced).toBeGreaterThan(300);
    expect(homes.end_terrace).toBeGreaterThan(80);
    expect(homes.semi_detached).toBeGreaterThan(40);
    expect(homes.flat).toBeGreaterThan(130);
  });

  test("what the register calls demolished, planned or withdrawn is left out", async () => {
    const rows = await asAdministrator("select from dwelling d join street s on s.id = d.street_id where s.name = 'Akkerpad' and d.house_number = 17 or s.name = 'Spoorlaan' and d.house_number = 20");
    expect(rows).toEqual([]);
    const [unknown] = await asAdministrator<{ years: number; areas: number }>(
      "select (select count(*)::int from building where built_year is null) as years, (select count(*)::int from dwelling where area_m2 is null) as areas");
    expect(unknown).toEqual({ years: 3, areas: 2 });
  });

  test("part of the homes has a label, some expired and a few found by address, and a resident reads their own", async () => {
    const [labels] = await asAdministrator<{ homes: number; share: number; expired: number; addressed: number; classes: number }>(
      `select count(*)::int as homes, round(100.0 * count(l.dwelling_id) / count(*))::int as share, count(*) filter (where l.valid_until < '2026-03-02')::int as expired,
         count(*) filter (where l.matched_by = 'address')::int as addressed, count(distinct l.energy_class)::int as classes
       from dwelling d left join energy_label l on l.dwelling_id = d.id where d.is_home and d.ended_on is null`);
    expect(labels!.share).toBeGreaterThan(60);
    expect(labels!.share).toBeLessThan(70);
    expect(labels!.expired).toBeGreaterThan(100);
    expect(labels!.addressed).toBeGreaterThan(10);
    expect(labels!.classes).toBeGreaterThanOrEqual(8);
    const seen = await asViewer(await viewer(demoPeople.resident.email), async (tx) => ({
      own: await tx.select({ energyClass: energyLabel.energyClass }).from(energyLabel),
      streets: await tx.select({ homes: sql<number>`homes` }).from(sql`viewer.label_distribution()`),
    }));
    expect(seen.own).toHaveLength(1);
    expect(seen.streets.length).toBeGreaterThan(5);
  });

  test("a resident sees much of the own neighbourhood and nothing of the other one", async () => {
    const neighbour = await viewer(demoPeople.neighbour.email);
    const seen = await asViewer(neighbour, async (tx) => ({
      measures: await tx.select({ code: measure.neighbourhoodCode, kind: measure.kind, words: measure.experience }).from(measure),
      wishes: await tx.select({ code: wish.neighbourhoodCode }).from(wish),
    }));
    expect(seen.measures.length).toBeGreaterThan(200);
    expect(seen.wishes.length).toBeGreaterThan(60);
    expect(new Set([...seen.measures, ...seen.wishes].map(({ code }) => code))).toEqual(new Set(["BU99010101"]));
    expect(seen.measures.some(({ kind: of, words }) => of === "draught_proofing" && words?.startsWith("Strips bij de achterdeur"))).toBe(false);
  });

  test("everything shared stands in the ledger under the text of its audience", async () => {
    const missing = await asAdministrator(
      `select m.id from measure m left join consent c on c.subject_id = m.id and c.purpose = 'share_measure' and c.audience = m.audience
       where (m.audience <> 'household') <> (c.id is not null)
       union all select s.id from story s where not exists (select from consent c where c.subject_id = s.id and c.purpose = 'share_story' and c.audience = s.audience)
       union all select v.id from visit v where not exists (select from consent c where c.subject_id = v.id and c.purpose = 'share_visit' and c.audience = v.audience)
       union all select k.id from koploper k where not exists (select from consent c where c.subject_id = k.id and c.purpose = 'koploper' and c.audience = k.audience)
       union all select q.id from question q where not exists (select from consent c where c.subject_id = q.id and c.purpose = 'share_question' and c.audience = q.audience)
       union all select a.id from answer a where not exists (select from consent c where c.subject_id = a.id and c.purpose = 'share_answer')`);
    expect(missing).toEqual([]);
    const [texts] = await asAdministrator<{ empty: number; counted: number }>(
      `select count(*) filter (where text_shown = '')::int as empty, count(distinct household_id) filter (where purpose = 'published_figures')::int as counted from consent`);
    expect(texts?.empty).toBe(0);
    expect(texts?.counted).toBeGreaterThanOrEqual(220);
  });

  test("the ground under both neighbourhoods came along", async () => {
    const rows = await asWorker((tx) => tx.select({ code: baseMap.neighbourhoodCode, geojson: baseMap.geojson }).from(baseMap).where(eq(baseMap.source, "voorbeeld")));
    expect(rows.map(({ code }) => code).sort()).toEqual(["BU99010101", "BU99010102"]);
    for (const { geojson } of rows) expect(geojson.features.length).toBeGreaterThan(150);
  });

  test("has a purchase in every state but a concept, with numbers that its sign-ups bear out, and an offer for the resident of the demo", async () => {
    const purchases = await asAdministrator<{ state: string; orders: number; places: number; counted: number }>(
      `select p.state, p.orders, p.places, coalesce(sum(s.homes) filter (where s.state in ('ordered', 'confirmed', 'planned', 'delivered', 'reviewed')), 0)::int as counted
       from purchase p join purchase_sign_up s on s.purchase_id = p.id group by p.id order by p.state`);
    expect(purchases.map(({ state }) => state)).toEqual(["cancelled", "finished", "open", "open", "reached", "supplier_failed"]);
    for (const { orders, places, counted } of purchases) expect([orders, places]).toEqual([counted, counted]);
    const own = await asAdministrator<{ state: string }>(`select s.state from purchase_sign_up s join auth.account a on a.id = s.resident_id where a.email = $1 order by s.state`, [demoPeople.resident.email]);
    expect(own.map(({ state }) => state)).toEqual(["delivered", "offered"]);
    const handed = await asAdministrator<{ state: string; every: boolean; consented: boolean }>(
      `select p.state, bool_and(r.sign_up_id is not null) as every, bool_and(c.id is not null) as consented
       from purchase p join purchase_sign_up s on s.purchase_id = p.id and s.adult left join purchase_receipt r on r.sign_up_id = s.id
       left join consent c on c.subject_id = s.id and c.purpose = 'purchase_supplier' where p.ended_at is not null group by p.state order by 1`);
    expect(handed, "the supplier had a file of every order, with a yes").toEqual(["cancelled", "finished", "reached", "supplier_failed"].map((state) => ({ state, every: true, consented: true })));
  });

  test("has four quarterly releases of both neighbourhoods, each prepared by one and published by another, and a post of the municipality in every state", async () => {
    const releases = await asAdministrator<{ area: string; quarters: string[]; numbers: number[]; two: boolean }>(
      `select r.area, array_agg(r.quarter order by r.number) as quarters, array_agg(r.number::int order by r.number) as numbers,
         bool_and((select count(distinct e.actor_id) = 2 from figure_event e where e.area = r.area and e.quarter = r.quarter and e.deed in ('prepared', 'published'))) as two
       from published_release r group by r.area order by r.area`);
    expect(releases).toEqual(["BU99010101", "BU99010102"].map((area) => ({ area, quarters: ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"], numbers: [1, 2, 3, 4], two: true })));
    const cells = await asAdministrator<{ cells: number }>(`select count(*)::int as cells from published_release r left join published_figure f on f.release_id = r.id group by r.id`);
    for (const { cells: said } of cells) expect(said).toBeGreaterThan(4);
    const posts = await asAdministrator<{ kind: string; withdrawn: boolean; hidden: boolean; reports: number }>(
      `select p.kind, p.withdrawn_at is not null as withdrawn, p.hidden_at is not null as hidden, (select count(*)::int from promise_report r where r.promise_id = p.id) as reports from municipal_post p order by p.posted_at desc`);
    expect(posts).toEqual([
      { kind: "promise", withdrawn: false, hidden: false, reports: 0 }, { kind: "answer", withdrawn: false, hidden: true, reports: 0 }, { kind: "answer", withdrawn: false, hidden: false, reports: 0 },
      { kind: "promise", withdrawn: false, hidden: false, reports: 1 }, { kind: "promise", withdrawn: true, hidden: false, reports: 0 }, { kind: "promise", withdrawn: false, hidden: false, reports: 1 },
    ]);
  });
});

/** The same database by the login that made it, which sees past the policies. */
function administratorOf(url: string): string {
  const administrator = new URL(process.env.TEST_POSTGRES_ADMIN_URL ?? "");
  administrator.pathname = new URL(url).pathname;
  return administrator.href;
}
