import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import * as make from "../../../tests/support/people.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { loader as mapData } from "../../routes/kaartdata.$neighbourhood.$file.ts";
import { loader as overlay } from "../../routes/kaartlagen.$neighbourhood.gedeeld[.]json.ts";
import type { Resident } from "../session/viewer.ts";
import { readMapPage } from "./map-page.server.ts";

type Share = Partial<typeof measure.$inferInsert>;
const share = (who: make.TestResident, change: Share = {}) =>
  asWorker((tx) =>
    tx.insert(measure).values({
      neighbourhoodCode: who.neighbourhoodCode!, householdId: who.householdId, residentId: who.residentId, streetId: who.streetId!, buildingId: who.buildingId, dwellingId: who.dwelling.id,
      kind: "solar_panels", state: "done", audience: "neighbourhood", ...change,
    }),
  );
const wishFor = (who: make.TestResident, change: Partial<typeof wish.$inferInsert> = {}) =>
  asWorker((tx) =>
    tx.insert(wish).values({
      neighbourhoodCode: who.neighbourhoodCode!, householdId: who.householdId, residentId: who.residentId, streetId: who.streetId!, buildingId: who.buildingId, dwellingId: who.dwelling.id,
      scope: "home", kind: "induction", audience: "neighbourhood", ...change,
    }),
  );

describe.each(databaseKinds)("the map on %s", (kind) => {
  testDatabase(kind);
  let code: string;
  let streetId: string;
  let elsewhere: string;
  let me: make.TestResident;
  let cookie: string;

  beforeAll(async () => {
    code = (await make.neighbourhood()).code;
    streetId = await make.street(code, { name: "Kastanjelaan" });
    elsewhere = (await make.neighbourhood({ name: "Elders" })).code;
    me = await make.resident(await make.household(await make.dwelling(code, { streetId, houseNumber: 1 })));
    cookie = await logIn(me.residentId);
  });
  afterEach(() => asWorker(async (tx) => void (await tx.delete(measure), await tx.delete(wish))));

  const neighbour = async (options: Parameters<typeof make.dwelling>[1] = {}) => make.resident(await make.household(await make.dwelling(code, options)));
  const page = (query = "") => asViewer(me, (tx) => readMapPage(tx, { ...me, dwellingId: me.dwelling.id, streetName: "Kastanjelaan" } as unknown as Resident, new URLSearchParams(query)));
  const ask = async (loader: typeof overlay, path: string, params: Record<string, string>, headers: Record<string, string> = {}) => {
    try {
      return await loader({ ...requestTo(path, cookie, { headers }), params } as unknown as Parameters<typeof overlay>[0]);
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    }
  };
  const askOverlay = (headers = {}, neighbourhood = code) => ask(overlay, `/kaartlagen/${neighbourhood}/gedeeld.json`, { neighbourhood }, headers);

  it("answers the same bytes whether a home has not joined, shares with nobody, or shares with others than me", async () => {
    const home = await make.dwelling(code, { streetId: await make.street(code, { name: "Beukenlaan" }), houseNumber: 7 });
    const before = await askOverlay();
    const [body, etag, pageBefore] = [await before.text(), before.headers.get("ETag"), await page(`huis=${home.buildingId}`)];
    const joined = await make.resident(await make.household(home));
    await share(joined, { audience: "household" });
    await share(joined, { audience: "street" });
    await share(joined, { withdrawnAt: new Date() });
    await share(joined, { hiddenAt: new Date() });
    await wishFor(joined, { audience: "household" });
    const after = await askOverlay();
    expect([await after.text(), after.headers.get("ETag")]).toEqual([body, etag]);
    expect(await page(`huis=${home.buildingId}`)).toEqual(pageBefore);
    expect(pageBefore.card).toMatchObject({ street: "Beukenlaan", number: "7", items: null, counts: null });
  });

  it("shows what is shared with my street and my neighbourhood, on the map, in the list and on the card", async () => {
    const near = await neighbour({ streetId, houseNumber: 3 });
    await share(near, { audience: "street", experience: "Stil en warm." });
    await wishFor(near);
    const { matching, rows, card, homes } = await page(`huis=${near.buildingId}`);
    expect(matching).toEqual([near.buildingId]);
    expect(homes).toBe(1);
    expect(rows[0]).toMatchObject({ street: "Kastanjelaan", number: "3", shared: { done: ["solar_panels"], wishes: ["induction"] } });
    expect(card?.items?.map((item) => [item.type, item.kind, item.excerpt, item.shownName]).sort()).toEqual([["measure", "solar_panels", "Stil en warm.", null], ["wish", "induction", null, null]]);
    expect(await (await askOverlay()).json()).toEqual({ places: [[near.buildingId, { flat: false, done: ["solar_panels"], planned: [], wishes: ["induction"], mayAsk: false, mayVisit: false }]] });
  });

  it("keeps my own things and what was removed again off the map", async () => {
    await share(me);
    await share(await neighbour(), { state: "removed" });
    expect((await page()).matching).toEqual([]);
  });

  it("shows a block of flats as one shape from three sharing homes on, without a door, an item or a count below three", async () => {
    const first = await make.dwelling(code, { dwellingCount: 12, streetId, houseNumber: 100 });
    const homes = [first];
    for (let n = 1; n < 4; n++) homes.push(await make.dwelling(code, { buildingId: first.buildingId, streetId, houseNumber: 100 + 2 * n }));
    const people = [];
    for (const home of homes) people.push(await make.resident(await make.household(home)));
    await share(people[0]!, { experience: "GEHEIM" });
    await share(people[1]!, { kind: "glazing" });
    expect((await page(`huis=${first.buildingId}`))).toMatchObject({ matching: [], rows: [], card: { items: null, counts: null, number: "100–106" } });
    await share(people[2]!);
    await wishFor(people[0]!);
    const shown = await page(`huis=${first.buildingId}`);
    expect(shown.rows.map((row) => [row.number, row.shared])).toEqual([["100–106", { flat: true, homes: 3, measures: [], wishes: [] }]]);
    expect(shown.card).toMatchObject({ items: null, counts: { homes: 3, measures: [] } });
    await share(people[3]!, { experience: "GEHEIM" });
    const more = await page(`huis=${first.buildingId}`);
    expect(more.card?.counts).toEqual({ flat: true, homes: 4, measures: [["solar_panels", 3]], wishes: [] });
    expect(more.homes).toBe(4);
    expect(JSON.stringify(more)).not.toMatch(new RegExp(`GEHEIM|${homes.map((home) => home.id).join("|")}`));
    expect((await page("soort=glazing")).matching).toEqual([]);
  });

  it("gives the list exactly what the map shows under the same filters", async () => {
    const people = [await neighbour({ streetId, houseNumber: 5 }), await neighbour(), await neighbour()];
    await share(people[0]!);
    await share(people[1]!, { kind: "heat_pump_air", state: "planned" });
    await wishFor(people[2]!);
    await share(people[2]!, { kind: "glazing" });
    const expected: Record<string, number[]> = {
      "": [0, 1, 2], "soort=solar_panels": [0], "soort=solar_panels&soort=heat_pump_air": [0, 1], "wat=wens": [2], "soort=glazing&wat=wens": [], [`straat=${streetId}`]: [0], "woning=flat": [],
      "zoals=mijn-huis": [0, 1, 2],
    };
    for (const [query, indices] of Object.entries(expected)) {
      const { matching, rows, homes } = await page(query);
      const wanted = indices.map((i) => people[i]!.buildingId).sort();
      expect([query, matching]).toEqual([query, wanted]);
      expect(rows.map((row) => row.place).sort()).toEqual(wanted);
      expect(homes).toBe(wanted.length);
    }
  });

  it("answers 304 to who has this overlay already, and new bytes as soon as something is shared or taken back", async () => {
    const etag = (await askOverlay()).headers.get("ETag")!;
    const unchanged = await askOverlay({ "If-None-Match": etag });
    expect([unchanged.status, await unchanged.text(), unchanged.headers.get("Cache-Control")]).toEqual([304, "", "private, no-store"]);
    await share(await neighbour());
    const changed = await askOverlay({ "If-None-Match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("ETag")).not.toBe(etag);
  });

  it("serves the map data compressed, cacheable by its version, 304 when unchanged", async () => {
    const { version } = await page();
    const data = await ask(mapData, "/", { neighbourhood: code, file: `${version}.json` }, { "Accept-Encoding": "gzip, br" });
    expect(data.status).toBe(200);
    expect(Object.fromEntries(data.headers)).toMatchObject({ "content-encoding": "br", "cache-control": "private, max-age=31536000, immutable", vary: "Accept-Encoding" });
    const again = await ask(mapData, "/", { neighbourhood: code, file: `${version}.json` }, { "If-None-Match": data.headers.get("ETag")! });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const plain = await (await ask(mapData, "/", { neighbourhood: code, file: `${version}.json` })).json();
    expect(plain.streets).toContain("Kastanjelaan");
    expect(plain.shapes).toHaveLength(plain.homes.length);
  });

  it("gives a neighbourhood of others the same answer as one that does not exist", async () => {
    const { version } = await page();
    const answers = await Promise.all([
      askOverlay({}, elsewhere), askOverlay({}, "BU00000000"),
      ...[[elsewhere, `${version}.json`], ["BU00000000", `${version}.json`], [code, "0.0.json"], [code, version]].map(([neighbourhood, file]) => ask(mapData, "/", { neighbourhood: neighbourhood!, file: file! })),
    ]);
    expect(new Set(await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`)))).toEqual(new Set(["404 Niet gevonden. Not found."]));
  });

  it("finds streets and addresses, whoever lives there, and no card of another neighbourhood", async () => {
    const foreign = await make.dwelling(elsewhere, { houseNumber: 1, postcode: "9999ZZ" });
    expect((await page("zoek=KASTÁNJE")).found?.streets.map((one) => one.name)).toEqual(["Kastanjelaan"]);
    expect((await page("zoek=kastanjelaan 1")).found?.addresses).toEqual([{ place: me.buildingId, street: "Kastanjelaan", number: "1" }]);
    expect((await page(`zoek=${me.dwelling.postcode} 1`)).found?.addresses).toHaveLength(1);
    expect((await page(`zoek=${foreign.postcode} 1`)).found?.addresses).toEqual([]);
    expect((await page(`huis=${foreign.buildingId}`)).card).toBeNull();
    expect((await page(`huis=${foreign.id}`)).card).toBeNull();
  });
});
