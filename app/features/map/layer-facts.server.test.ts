import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import * as make from "../../../tests/support/people.ts";
import { building, dwelling, energyLabel } from "../../../db/schema/register.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { loader as kaart } from "../../routes/kaart.tsx";
import { loader as mapData } from "../../routes/kaartdata.$neighbourhood.$file.ts";
import type { Resident } from "../session/viewer.ts";
import { decodeMap } from "./decode-map.ts";
import { layerFacts } from "./layer-facts.server.ts";
import type { MapData } from "./map-encoding.ts";
import { readMapPage } from "./map-page.server.ts";
import { readPublicMap } from "./public-map.server.ts";

describe.each(databaseKinds)("public layers on %s", (kind) => {
  testDatabase(kind);
  let code: string;
  let streetId: string;
  let me: make.TestResident;
  const homes: make.TestDwelling[] = [];
  const set = (id: string, change: Partial<typeof building.$inferInsert>) => asWorker((tx) => tx.update(building).set(change).where(eq(building.id, id)));
  const data = async (viewer = me, of = code) => (await asViewer(viewer, (tx) => readPublicMap(tx, of))) as MapData;
  const facts = (layer: "period" | "type" | "label", viewer = me, of = code) => asViewer(viewer, (tx) => layerFacts(tx, of, layer));
  const page = (query: string) => asViewer(me, (tx) => readMapPage(tx, { ...me, dwellingId: me.dwelling.id, streetName: "Kade" } as unknown as Resident, new URLSearchParams(query)));

  beforeAll(async () => {
    code = (await make.neighbourhood()).code;
    streetId = await make.street(code, { name: "Kade" });
    for (let n = 0; n < 11; n++) homes.push(await make.dwelling(code, { streetId, houseNumber: 1 + n }));
    me = await make.resident(await make.household(homes[0]!));
    await set(homes[1]!.buildingId, { builtYear: 1945 });
    await set(homes[2]!.buildingId, { builtYear: 1946, dwellingType: "detached" });
    await set(homes[3]!.buildingId, { builtYear: null, dwellingType: null });
    await set(homes[4]!.buildingId, { builtYear: 2020, dwellingType: "flat", dwellingCount: 8 });
    await set(homes[5]!.buildingId, { builtYear: 1600, dwellingType: null, dwellingCount: 0 });
    await set(homes[6]!.buildingId, { endedOn: "2026-01-01" });
    await make.dwelling((await make.neighbourhood({ name: "Elders" })).code);
  });

  it("count exactly what the map draws, in every class, and what is unknown apart", async () => {
    const { buildings } = decodeMap(await data());
    for (const [layer, classOf] of [["period", "period"], ["type", "type"]] as const) {
      const drawn = new Map<string, { buildings: number; homes: number }>();
      for (const one of buildings.filter((each) => each.homes > 0)) {
        const key = String(one[classOf] ?? "unknown");
        const sofar = drawn.get(key) ?? { buildings: 0, homes: 0 };
        drawn.set(key, { buildings: sofar.buildings + 1, homes: sofar.homes + one.homes });
      }
      const told = await facts(layer);
      expect(told.layer === "label" ? [] : told.classes.map(({ key, ...counts }) => [key, counts]).sort()).toEqual([...drawn].sort());
    }
    expect(await facts("period")).toEqual({ layer: "period", classes: [
      { key: "0", buildings: 1, homes: 1 }, { key: "1", buildings: 1, homes: 1 }, { key: "3", buildings: 5, homes: 5 }, { key: "6", buildings: 1, homes: 8 }, { key: "unknown", buildings: 1, homes: 1 },
    ] });
    expect(await facts("type")).toEqual({ layer: "type", classes: [
      { key: "flat", buildings: 1, homes: 8 }, { key: "terraced", buildings: 6, homes: 6 }, { key: "detached", buildings: 1, homes: 1 }, { key: "unknown", buildings: 1, homes: 1 },
    ] });
  });

  it("give a building its period and never its year, and one without a home not even that", async () => {
    const sent = await data();
    expect(Object.keys(sent).sort()).toEqual(["base", "boundary", "homes", "ids", "labels", "name", "numbers", "origin", "periods", "shapes", "streetOf", "streets", "typeNames", "types", "version"]);
    expect(new Set(sent.periods)).toEqual(new Set([-1, 0, 1, 3, 6]));
    const shed = decodeMap(sent).buildings.find(({ id }) => id === homes[5]!.buildingId);
    expect(shed).toMatchObject({ homes: 0, period: null });
    expect(JSON.stringify(sent)).not.toMatch(/builtYear|areaM2|energy/);
  });

  it("never send the label of a home: the map's data stay the same, and a street says nothing below ten labelled homes", async () => {
    const before = JSON.stringify(await data());
    const label = (home: make.TestDwelling, energyClass: string) => asWorker((tx) => tx.insert(energyLabel).values({ dwellingId: home.id, energyClass, matchedBy: "id", sourceDate: "2026-04-01" }));
    for (const home of homes.slice(0, 9)) await label(home, "A++++");
    expect(await facts("label")).toEqual({ layer: "label", streets: [] });
    const nine = await page("laag=energielabel");
    await asWorker((tx) => tx.delete(energyLabel));
    expect(await page("laag=energielabel"), "as a street without any label").toEqual(nine);
    for (const home of homes) await label(home, "A++++");
    expect(await facts("label")).toEqual({ layer: "label", streets: [{ street: "Kade", groups: [{ best: "A", worst: "G", homes: 11 }] }] });
    expect(JSON.stringify(await data())).toBe(before);
    const shown = await page(`laag=energielabel&huis=${homes[2]!.buildingId}`);
    expect(JSON.stringify(shown)).not.toMatch(/A\+|energyClass/);
    expect(shown.card).not.toBeNull();
  });

  it("are one at a time, and change nothing of what neighbours share", async () => {
    const plain = await page("");
    expect(plain.layer).toBeNull();
    for (const name of ["bouwperiode", "woningsoort", "energielabel"]) {
      const { layer, ...rest } = await page(`laag=${name}`);
      expect(layer).not.toBeNull();
      expect({ ...rest, layer: null }).toEqual(plain);
    }
  });

  it("say nothing of a neighbourhood to who doesn't live there, nor to who is not logged in", async () => {
    const there = (await make.neighbourhood({ name: "Ginds" })).code;
    const stranger = await make.resident(await make.household(await make.dwelling(there)));
    expect(await data(stranger)).toBeNull();
    expect(await facts("label", stranger)).toEqual({ layer: "label", streets: [] });
    for (const layer of ["period", "type"] as const) expect(await facts(layer, stranger)).toEqual({ layer, classes: [] });
    const cookie = await logIn(stranger.residentId);
    const answer = await mapData({ ...requestTo("/", cookie), params: { neighbourhood: code, file: `${(await data()).version}.json` } } as never).catch((thrown: unknown) => thrown);
    expect((answer as Response).status).toBe(404);
    const nobody = await kaart(requestTo("/kaart?laag=bouwperiode") as never).catch((thrown: unknown) => thrown);
    expect((nobody as Response).status).toBe(302);
  });

  it("change with the period of a home, and with nothing that they do not tell", async () => {
    const before = (await data()).periods;
    await asWorker((tx) => tx.update(dwelling).set({ areaM2: 90 }).where(eq(dwelling.id, homes[1]!.id)));
    expect((await data()).periods).toEqual(before);
    await set(homes[1]!.buildingId, { builtYear: 2019 });
    expect((await data()).periods).not.toEqual(before);
    expect((await data()).version).toMatch(/^\d+\.2$/);
  });
});
