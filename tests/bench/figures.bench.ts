import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { drawFigures } from "../../app/jobs/draw-figures.ts";
import { useDatabase } from "../../db/client.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { onServer } from "./import.bench.ts";
import type { Figure } from "./main.ts";

/** Releases that are published in one statement. */
const atOnce = 100;

/**
 * How long a release of a whole country takes on PostgreSQL: `--neighbourhoods` (14,800) with `--households` (a million) that are
 * counted, each with three measures and a wish. Beside it in the same run: six GROUP BYs over the columns that releases count (`timesPlain`),
 * and the counts of this very release in plain SQL, of who agreed to be counted, without a budget or noise (`timesSameCounts`).
 */
export async function* benchFigures(): AsyncGenerator<Figure> {
  const { values } = parseArgs({ options: { neighbourhoods: { type: "string", default: "14800" }, households: { type: "string", default: "1000000" } }, allowPositionals: true });
  const [neighbourhoods, households] = [Number(values.neighbourhoods), Number(values.households)];
  const server = await ensurePostgres();
  if (!server.url) return console.error(server.remark);
  process.env.APP_SECRET ??= "a secret of the benchmark, which keeps nothing of anybody";
  const target = await onServer(server.url);
  const url = new URL(server.url);
  url.pathname = new URL(target.env.DATABASE_URL!).pathname;
  const owner = connectPostgres(url.href, 1);
  const app = connectPostgres(target.env.DATABASE_URL!, 3);
  try {
    await fill(owner, neighbourhoods, households);
    useDatabase(app);
    const seconds = (since: number) => Math.round(performance.now() - since) / 1000;
    const cells = ["measure.kind", "wish.kind", "resident.involvement", "membership.evidence", "consent.field_group", "measure.state"].map((one) => one.split(".") as [string, string]);
    // The least of three, and once more after each release: beside other work the counts take longer as well.
    const timed = async (selects: string[]) => {
      const since = performance.now();
      for (const select of selects) await owner.rows(`select count(*) from (${select}) counted`);
      return seconds(since);
    };
    const counted = () => timed(cells.map(([table, column]) => `select neighbourhood_code, ${column}, count(distinct household_id) from ${table} group by 1, 2`));
    const plainSeconds = Math.min(await counted(), await counted(), await counted());
    yield { name: `plain counts of ${households} households in ${neighbourhoods} neighbourhoods`, value: plainSeconds, unit: "s" };
    for (const quarter of ["2030-Q2", "2031-Q1", "2031-Q2"]) {
      await owner.rows(`insert into figure_preparation (area, area_name, quarter, district, municipality_code, neighbourhoods)
        select code, name, '${quarter}', 'WK' || substr(code, 3, 6), 'GM9900', array[code] from neighbourhood`);
      const drawing = performance.now();
      let most = 0;
      const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
      await drawFigures();
      clearInterval(watching);
      const drawn = seconds(drawing);
      const prepared = await owner.rows<{ id: string; area: string }>(`select id, area from figure_preparation where state = 'prepared' and quarter = '${quarter}'`);
      const publishing = performance.now();
      for (let from = 0; from < prepared.length; from += atOnce) {
        const some = prepared.slice(from, from + atOnce);
        const moderator = { residentId: "00000000-0000-4000-8099-000000000001", householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, moderates: some.map(({ area }) => area) };
        // As a moderator does it, but a hundred in one statement: nobody presses a button 14,800 times.
        await asViewer(moderator, (tx) => tx.execute(sql`select * from viewer.publish_figures(string_to_array(${some.map(({ id }) => id).join(" ")}, ' ')::uuid[])`));
      }
      const total = drawn + seconds(publishing);
      const sameCounts = await timed(sameCountsOf(quarter));
      yield { name: `release ${quarter} of ${neighbourhoods} neighbourhoods, ${households} households`, value: Math.round(total * 1000) / 1000, unit: "s", drawn, published: prepared.length, timesPlain: Math.round((10 * total) / plainSeconds) / 10, plainAfter: await counted(), sameCounts, timesSameCounts: Math.round((10 * total) / sameCounts) / 10 };
      yield { name: `memory release ${quarter}`, value: Math.round(most / 1e6), unit: "MB resident" };
    }
  } finally {
    await app.close();
    await owner.close();
    await target.drop();
    await server.stop();
  }
}

/** What a release of the quarter says, as whoever needs no protection would ask it: homes per neighbourhood and cell. */
function sameCountsOf(quarter: string): string[] {
  const agreed = `household h join consent g on g.household_id = h.id and g.purpose = 'published_figures' and g.withdrawn_at is null and h.ended_at is null`;
  const homes = "count(distinct h.dwelling_id)";
  const per = (cell: string, joined: string) => `select h.neighbourhood_code, ${cell}, ${homes} from ${agreed} ${joined} group by 1, 2`;
  const takingPart = `select h.neighbourhood_code, ${homes} from ${agreed} group by 1`;
  if (quarter.endsWith("Q2")) return [takingPart, per("m.kind", "join measure m on m.household_id = h.id and m.state = 'done'")];
  const wished = "w.id is not null or m.state = 'planned' or m.year >= extract(year from h.created_at)";
  return [
    takingPart,
    per("m.evidence", "join membership m on m.household_id = h.id"),
    per("r.involvement", "join resident r on r.household_id = h.id"),
    `select h.neighbourhood_code, ${homes} filter (where ${wished}), ${homes} filter (where m.state = 'done' and m.year >= extract(year from h.created_at)) from ${agreed} left join wish w on w.household_id = h.id left join measure m on m.household_id = h.id group by 1`,
  ];
}

async function fill(owner: ReturnType<typeof connectPostgres>, neighbourhoods: number, households: number): Promise<void> {
  const code = (n: string) => `'BU' || lpad((${n} % ${neighbourhoods})::text, 8, '0')`;
  const id = (what: string) => `md5('${what}' || n)::uuid`;
  const all = `generate_series(0, ${households - 1}) n`;
  const place = `${code("n")}, ${id("household")}`;
  await owner.script(`
    insert into municipality (code, name) values ('GM9900', 'Meetstad');
    insert into neighbourhood (code, year, name, municipality_code, geometry, min_lon, min_lat, max_lon, max_lat, served, source)
      select ${code("n")}, 2025, 'Meetbuurt ' || n, 'GM9900', '{"type":"Polygon","coordinates":[[[5,52],[5.01,52],[5.01,52.01],[5,52]]]}', 5, 52, 5.01, 52.01, true, 'bench' from generate_series(0, ${neighbourhoods - 1}) n;
    insert into street (id, name) values ('9900300000000001', 'Meetstraat');
    insert into dwelling (id, neighbourhood_code, street_id, is_home, status, lon, lat) select lpad(n::text, 16, '0'), ${code("n")}, '9900300000000001', true, 'Verblijfsobject in gebruik', 5, 52 from ${all};
    insert into auth.account (id, email) select ${id("person")}, 'bench-' || n || '@voorbeeld.test' from ${all};
    insert into household (id, neighbourhood_code, dwelling_id, street_id) select ${id("household")}, ${code("n")}, lpad(n::text, 16, '0'), '9900300000000001' from ${all};
    insert into resident (id, neighbourhood_code, household_id, involvement) select ${id("person")}, ${place}, (array['join_in', 'think_along', 'informed', 'not_now'])[1 + n % 4] from ${all};
    insert into membership (neighbourhood_code, household_id, resident_id, evidence) select ${place}, ${id("person")}, 'letter' from ${all};
    insert into consent (neighbourhood_code, household_id, resident_id, purpose, field_group, text_version, text_shown, locale) select ${place}, ${id("person")}, 'published_figures', 'household', '3', 'Ja', 'nl' from ${all};
    insert into measure (neighbourhood_code, household_id, street_id, dwelling_id, resident_id, kind, state, year)
      select ${place}, '9900300000000001', lpad(n::text, 16, '0'), ${id("person")}, (array['glazing', 'roof_insulation', 'cavity_insulation', 'floor_insulation', 'solar_panels', 'induction', 'ventilation'])[1 + (n + m) % 7], 'done', 2027
      from ${all}, generate_series(1, 3) m;
    insert into wish (neighbourhood_code, household_id, street_id, dwelling_id, resident_id, scope, kind)
      select ${place}, '9900300000000001', lpad(n::text, 16, '0'), ${id("person")}, 'home', (array['heat_pump_hybrid', 'green_roof', 'home_battery'])[1 + n % 3] from ${all};
    analyze`);
}
