import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bulk } from "../../../../db/copy.server.ts";
import { gridUse } from "../../../../db/schema/register.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { type CbsFeature, newStyle, oldStyle, strip, writeGeojson } from "../../../../tests/support/cbs-files.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { row2022, writeStatline } from "../../../../tests/support/statline-files.ts";
import { buildTown, here, people } from "../../../../tests/support/town.ts";
import { BarChart } from "../../../ui/charts/bar-chart.tsx";
import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import { importCbs } from "../import/cbs/import-cbs.server.ts";
import { importStatline } from "../import/cbs/import-statline.server.ts";
import { figureOf } from "./figures-of.ts";
import { neighbourhoodProfile } from "./neighbourhood-profile.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "profile-"))));
afterAll(() => rm(folder, { recursive: true }));

/** The neighbourhood of the town with its district and municipality, as CBS writes them. */
const around = (style: typeof oldStyle, year: number, own: CbsFeature["cells"], district: CbsFeature["cells"]): CbsFeature[] => {
  const { cells, polygons } = style(here, "Hier", strip(0, 100), { gemeentenaam: "Stad", ...own }, year);
  const { buurtcode: _code, buurtnaam: _name, ...rest } = cells;
  const { wijkcode: _district, ...more } = rest;
  return [
    { cells, polygons },
    { cells: { ...rest, wijknaam: "Wijk 00", jrstatcode: `${year}WK990100`, ...district }, polygons },
    { cells: { ...more, jrstatcode: `${year}GM9901` }, polygons },
  ];
};
const load = async (year: number, features: CbsFeature[]) => importCbs(await writeGeojson(join(folder, `cbs-${year}.geojson`), features));
const profile = () => asViewer(people.sameNeighbourhood, (tx) => neighbourhoodProfile(tx, here));

describe.each(databaseKinds)("the profile of a neighbourhood on %s", (kind) => {
  testDatabase(kind);
  beforeAll(() => buildTown());

  test("shows the homes of the register where no key figures are loaded", async () => {
    const { homes, figures } = await profile();
    expect(figures).toBeNull();
    const [{ count }] = (await asWorker((tx) => bulk(tx).rows<{ count: number }>("select count(*)::int as count from dwelling where neighbourhood_code = $1 and is_home and ended_on is null", [here]))) as [{ count: number }];
    expect(count).toBeGreaterThan(0);
    expect(homes.homes).toBe(count);
    expect(homes.byPeriod.reduce((sum, period) => sum + period.homes, 0)).toBe(count);
  });

  test("shows each figure as its row of the file has it, beside those of the same year around", async () => {
    await load(2020, around(oldStyle, 2020, { percentage_koopwoningen: 61, gemiddeld_gasverbruik_totaal: 1330 }, { percentage_koopwoningen: 47, gemiddeld_gasverbruik_totaal: 1410 }));
    await load(2021, around(oldStyle, 2021, { gemiddeld_gasverbruik_totaal: -99997 }, { gemiddeld_gasverbruik_totaal: 1390 }));
    await load(2023, around(newStyle, 2023, { gemiddeldAardgasverbruik: 1120 }, { percentageKoopwoningen: 49, gemiddeldAardgasverbruik: 1190 }));
    const { figures } = await profile();
    expect(figures!.areas).toEqual([{ level: "neighbourhood", name: "Hier" }, { level: "district", name: "Wijk 00" }, { level: "municipality", name: "Stad" }]);
    // The newest year in which the neighbourhood has the figure, and that year for the district too.
    expect(figures!.ownership).toMatchObject({ year: 2020, newestYear: 2023, sources: ["CBS Wijken en Buurten 2020"] });
    expect(figures!.ownership.rows[0]).toEqual({ indicator: "ownerOccupied", figures: [{ value: 61 }, { value: 47 }, { value: 61 }] });
    expect(figures!.gas.map(({ year, figures: [own, district] }) => [year, own, district])).toEqual([
      [2020, { value: 1330 }, { value: 1410 }],
      [2021, { missing: "withheld" }, { value: 1390 }],
      [2023, { value: 1120 }, { value: 1190 }],
    ]);
    expect(figures!.ages.rows.map(({ figures: [own] }) => own)).toEqual(Array(5).fill({ missing: "absent" }));
    expect(figures!.numbers).toMatchObject({ year: 2023, rows: [{ figures: [{ value: 2.1 }, {}, {}] }, { figures: [{ value: 950 }, {}, {}] }, {}] });
  });

  test("puts the country beside it in the years of which its figures are loaded, and says whose those are", async () => {
    await importStatline(await writeStatline(join(folder, "statline-2020.csv"), [row2022()]), { year: 2020 });
    const { figures } = await profile();
    expect(figures!.areas.at(-1)).toEqual({ level: "country", name: "Nederland" });
    expect(figures!.ownership).toMatchObject({ year: 2020, sources: ["CBS Wijken en Buurten 2020", "CBS StatLine, Kerncijfers wijken en buurten 2020"] });
    expect(figures!.ownership.rows[0]).toEqual({ indicator: "ownerOccupied", figures: [{ value: 61 }, { value: 47 }, { value: 61 }, { value: 57 }] });
    expect(figures!.gas.map(({ year, figures: all }) => [year, all[3]])).toEqual([[2020, { value: 920 }], [2021, { missing: "absent" }], [2023, { missing: "absent" }]]);
  });

  test("weighs what network operators publish by connections, of the neighbourhood's own postcodes only", async () => {
    const [{ postcode }] = (await asWorker((tx) => bulk(tx).rows<{ postcode: string }>("update dwelling set postcode = '9970AC' where id = $1 returning postcode", [people.own.dwellingId]))) as [{ postcode: string }];
    const row = { operator: "Net", year: 2025, product: "gas" as const, networkArea: "", postcodeFrom: "9970AA", postcodeTo: postcode, connections: 10, averageUse: 1000 };
    await asWorker((tx) => tx.insert(gridUse).values([row, { ...row, postcodeFrom: "9970AB", connections: 30, averageUse: 1400 }, { ...row, postcodeFrom: "9970AD", postcodeTo: "9970AE", averageUse: 9000 }, { ...row, postcodeFrom: "9969AA", postcodeTo: "9970ZZ", averageUse: 9000 }]));
    expect((await profile()).grid).toEqual([{ product: "gas", year: 2025, average: 1300, connections: 40, operators: "Net" }]);
  });
});

test("a figure that is not there says whether the source withholds it or the file has no such cell", () => {
  const row = { code: here, name: "Hier", year: 2023, source: "CBS", figures: {}, unknown: { gas: "-99995", electricity: "empty", inhabitants: "." } };
  expect((["gas", "inhabitants", "electricity", "households"] as const).map((indicator) => figureOf(row, indicator))).toEqual([{ missing: "withheld" }, { missing: "withheld" }, { missing: "absent" }, { missing: "absent" }]);
  expect(figureOf(undefined, "gas")).toEqual({ missing: "absent" });
});

test("a chart draws a bar as wide as its figure, none for what is unknown, and its table says the same", () => {
  const data = { series: ["Hier", "Wijk"], rows: [{ name: "Koop", values: [{ value: 61, shown: "61 %" }, { value: 47, shown: "47 %" }] }, { name: "Huur", values: [{ value: null, shown: "onbekend" }, { value: null, shown: "onbekend" }] }] };
  const chart = renderToStaticMarkup(<BarChart title="Van wie" description="Hier: Koop 61 %" data={data} most={100} />);
  expect([...chart.matchAll(/<rect y="1\.7rem" width="([\d.]+%)"[^>]*fill="var\(--garden\)"/g)].map(([, width]) => width)).toEqual(["61%"]);
  expect(chart).toContain('x="47%"');
  expect(chart).toMatch(/role="img" aria-labelledby="([^"]+)-title \1-description"/);
  const cells = [...renderToStaticMarkup(<ChartTable data={data} caption="Van wie" corner="Wat" summary="Bekijk" />).matchAll(/<td[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(cells).toEqual(["61 %", "47 %", "onbekend", "onbekend"]);
});
