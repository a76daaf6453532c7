import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { saveKoploper } from "../koplopers/save-koploper.server.ts";
import { askQuestion } from "../questions/ask-question.server.ts";
import type { Resident } from "../session/viewer.ts";
import { readMapPage } from "./map-page.server.ts";

const ask = (who: Resident, place: string | null, audience: "building" | "street" | "neighbourhood" = "neighbourhood", measureKind: "glazing" | null = null) =>
  asViewer(who, (tx) => askQuestion(tx, who, { title: "Wie weet meer?", body: null, measureKind, place, aboutHome: false, commercial: false, audience }));
const page = (who: Resident, query = "") => asViewer(who, (tx) => readMapPage(tx, who, new URLSearchParams(query)));
const spots = async (who: Resident, query = "") => (await page(who, query)).spots.map(({ place, questions, koplopers, visits }) => [place, questions, koplopers, visits]);

describe.each(databaseKinds)("streets on the map, on %s", (kind) => {
  testDatabase(kind);

  it("carry the questions that this resident sees, and none without a place", async () => {
    const { me, sameStreet, otherStreet, stranger } = await neighbours();
    await ask(otherStreet, null);
    expect(await spots(me)).toEqual([]);
    const id = await ask(otherStreet, me.streetId);
    await ask(otherStreet, otherStreet.streetId, "street");
    for (const who of [me, sameStreet]) expect(await spots(who)).toEqual([[me.streetId, 1, 0, 0]]);
    expect(await spots(otherStreet)).toHaveLength(2);
    expect(await spots(stranger)).toEqual([]);
    expect((await page(me, `plek=${me.streetId}`)).spot).toMatchObject({ place: me.streetId, building: null, here: [{ what: "question", id, state: "open" }] });
    expect((await page(me, `plek=${otherStreet.streetId}`)).spot, "what one does not see has no card").toBeNull();
    expect((await page(stranger, `plek=${me.streetId}`)).spot).toBeNull();
    expect(await asViewer(me, async (tx) => blockNeighbour(tx, me, (await neighbourBehind(tx, me, { what: "question", id }))!))).not.toBeNull();
    expect(await spots(me)).toEqual([]);
    expect(await spots(sameStreet), "for others nothing changes").toHaveLength(1);
  });

  it("say of a question about a building nothing but to those who live there", async () => {
    const { me, flatmate, sameStreet, otherStreet } = await neighbours();
    await ask(flatmate, "gebouw");
    expect(await spots(me)).toEqual([["gebouw", 1, 0, 0]]);
    expect((await page(me)).spots[0]).toMatchObject({ building: me.buildingId });
    for (const who of [sameStreet, otherStreet]) {
      expect(await spots(who)).toEqual([]);
      expect(JSON.stringify(await page(who, "plek=gebouw"))).not.toContain("Wie weet meer?");
    }
  });

  it("are where front-runners and doors stand that show no home; those that show one are not at a street", async () => {
    const { me, sameStreet, otherStreet, stranger } = await neighbours();
    const badge = { kinds: ["glazing"] as ("glazing")[], line: null, audience: "neighbourhood" as const };
    const id = await asViewer(otherStreet, (tx) => saveKoploper(tx, otherStreet, { ...badge, place: "street_only" }));
    await asViewer(sameStreet, (tx) => saveKoploper(tx, sameStreet, { ...badge, place: "home" }));
    expect(await spots(me)).toEqual([[otherStreet.streetId, 0, 1, 1]]);
    const { spot } = await page(me, `plek=${otherStreet.streetId}`);
    expect(spot?.here.map((at) => at.what).sort()).toEqual(["koploper", "visit"]);
    expect(spot?.here).toContainEqual({ what: "koploper", id, kinds: ["glazing"] });
    expect(JSON.stringify(spot), "nothing says at which home").not.toMatch(new RegExp(`${otherStreet.dwellingId}|${otherStreet.buildingId}|${otherStreet.householdId}`));
    expect(await spots(stranger)).toEqual([]);
  });

  it("follow the filters, as homes do", async () => {
    const { me, otherStreet } = await neighbours();
    await ask(otherStreet, me.streetId, "neighbourhood", "glazing");
    await ask(otherStreet, otherStreet.streetId);
    expect(await spots(me)).toHaveLength(2);
    for (const query of ["soort=glazing", `straat=${me.streetId}`, "wat=vraag&soort=glazing"]) expect([query, await spots(me, query)]).toEqual([query, [[me.streetId, 1, 0, 0]]]);
    for (const query of ["wat=maatregel", "wat=wens", "soort=solar_panels", "woning=detached", "zoals=mijn-huis"]) expect([query, await spots(me, query)]).toEqual([query, []]);
    expect((await page(me, "wat=vraag")).matching, "then no home is asked for").toEqual([]);
  });
});
