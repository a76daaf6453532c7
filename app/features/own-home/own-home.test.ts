import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { homeCorrection } from "../../../db/schema/homes.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { assist, contactOfStreet } from "../../../tests/support/helping.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { dwelling, household as householdAt, moderatorOf, resident as residentAt } from "../../../tests/support/people.ts";
import { moveOut } from "../households/move-out.server.ts";
import { returnHome } from "../households/return-home.server.ts";
import { splitHousehold } from "../households/split-household.server.ts";
import { sharedPlaces, placesLikeMine } from "../map/shared-places.server.ts";
import { readPublicMap } from "../map/public-map.server.ts";
import { neighboursWithKind } from "../measures/neighbours-with-kind.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { countHomesLikeMine, homeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import { neighbourhoodFacts } from "../neighbourhood/neighbourhood-facts.server.ts";
import { ownHome } from "../neighbourhood/own-home.server.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { currentViewer } from "../session/guards.server.ts";
import type { AccountViewer, Resident } from "../session/viewer.ts";
import type { Correction } from "./correction.ts";
import { ownCorrection } from "./own-correction.server.ts";
import { saveCorrection } from "./save-correction.server.ts";
import { undoCorrection } from "./undo-correction.server.ts";

const nothing: Correction = { dwellingType: null, builtYear: null, areaM2: null, energyClass: null };
const old: Correction = { ...nothing, builtYear: 1931, energyClass: "G" };
const say = (who: Resident, said: Correction) => asViewer(who, (tx) => saveCorrection(tx, who, said));
const said = (who: Resident) => asViewer(who, (tx) => ownCorrection(tx, who.householdId));
const kept = async (who: { householdId: string }) => asWorker((tx) => tx.select().from(homeCorrection).where(eq(homeCorrection.householdId, who.householdId)));
const now = async (who: { accountId: string }) => (await currentViewer(requestTo("/", await logIn(who.accountId)))) as AccountViewer & Resident;
const shareRoof = (who: Resident) => asViewer(who, (tx) => shareMeasure(tx, who, { kind: "roof_insulation", state: "done", year: null, costRange: null, doneBy: null, audience: "neighbourhood" }));

/** Everything that is made of homes, as one resident gets it. */
const everything = (who: Resident) =>
  asViewer(who, async (tx) => {
    const traits = (await homeTraits(tx, who))!;
    return JSON.stringify([
      traits,
      await ownHome(tx, who.dwellingId),
      await countHomesLikeMine(tx, who, traits),
      await neighboursWithKind(tx, who, "roof_insulation", traits),
      [...(await placesLikeMine(tx, who))],
      await sharedPlaces(tx, who),
      await readPublicMap(tx, who.neighbourhoodCode),
      await neighbourhoodFacts(tx, who.neighbourhoodCode),
    ]);
  });

describe.each(databaseKinds)("what a household says of its own home, on %s", (kind) => {
  testDatabase(kind);

  it("is reckoned with for everybody in it, and changes with whom it is compared", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    await shareRoof(sameStreet);
    const alike = (who: Resident) =>
      asViewer(who, async (tx) => {
        const traits = (await homeTraits(tx, who))!;
        const count = await countHomesLikeMine(tx, who, traits);
        return [traits.builtYear, count?.alike, count?.sharing, (await neighboursWithKind(tx, who, "roof_insulation", traits)).alike?.count, (await placesLikeMine(tx, who)).size];
      });
    // In the register all homes here are terraced ones of 1975; the next door is in the same building.
    expect(await alike(me)).toEqual([1975, 3, 1, 1, 3]);
    await say(me, old);
    for (const who of [me, housemate]) expect(await alike(who)).toEqual([1931, 0, 0, 0, 0]);
    await say(housemate, { ...nothing, areaM2: 100 });
    expect(await alike(me), "the newest answer takes the place of the one before").toEqual([1975, 3, 1, 1, 3]);
  });

  it("changes nothing of what anybody else gets, and nobody else reads it", async () => {
    const { me, flatmate, sameStreet, otherStreet, stranger } = await neighbours();
    for (const who of [me, sameStreet]) await shareRoof(who);
    const others = [flatmate, sameStreet, otherStreet, stranger];
    const before = await Promise.all(others.map(everything));
    await say(me, { dwellingType: "detached", builtYear: 1931, areaM2: 250, energyClass: "none" });
    expect(await Promise.all(others.map(everything))).toEqual(before);
    await moderatorOf(sameStreet.accountId, sameStreet.neighbourhoodCode);
    const moderator = { ...sameStreet, moderates: [sameStreet.neighbourhoodCode] };
    for (const who of [...others, moderator]) {
      expect(await asViewer(who, (tx) => tx.select().from(homeCorrection))).toEqual([]);
      expect(await asViewer(who, (tx) => ownCorrection(tx, me.householdId))).toBeNull();
      await expect(asViewer(who, (tx) => saveCorrection(tx, { ...who, householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode }, old))).rejects.toThrow();
      await asViewer(who, (tx) => undoCorrection(tx, { ...who, householdId: me.householdId }, "builtYear"));
    }
    expect((await said(me))?.builtYear).toBe(1931);
  });

  it("is taken back fact by fact, and with the last one nothing is kept", async () => {
    const { me, housemate } = await neighbours();
    await say(me, old);
    await asViewer(housemate, (tx) => undoCorrection(tx, housemate, "builtYear"));
    expect(await said(me)).toEqual({ ...nothing, energyClass: "G" });
    await asViewer(me, (tx) => undoCorrection(tx, me, "areaM2"));
    expect(await said(me), "who said nothing of a fact changes nothing").toEqual({ ...nothing, energyClass: "G" });
    await asViewer(me, (tx) => undoCorrection(tx, me, "energyClass"));
    expect(await kept(me)).toEqual([]);
    await say(me, old);
    await say(me, nothing);
    expect(await kept(me)).toEqual([]);
  });

  it("stays with who stays, and is taken along by who splits off; from then on each has its own", async () => {
    const { me, housemate } = await neighbours();
    await say(me, old);
    await splitHousehold(housemate);
    const own = await now(housemate);
    expect(own.householdId).not.toBe(me.householdId);
    expect([await said(me), await said(own)]).toEqual([old, old]);
    await say(own, { ...nothing, areaM2: 70 });
    expect([await said(me), await said(own)]).toEqual([old, { ...nothing, areaM2: 70 }]);
  });

  it("goes when the last adult moves out: who comes next begins with nothing, and so does who comes back", async () => {
    const { me, housemate } = await neighbours();
    await say(me, old);
    await moveOut(housemate);
    expect(await said(me)).toEqual(old);
    await moveOut(me);
    expect(await kept(me)).toEqual([]);
    const { dwellingId: id, neighbourhoodCode, streetId, buildingId } = me;
    const next = await now({ accountId: (await residentAt(await householdAt({ id, neighbourhoodCode, streetId, buildingId: buildingId!, postcode: "1000AA", houseNumber: 1 }))).residentId });
    expect([next.dwellingId, await said(next)]).toEqual([me.dwellingId, null]);
    await returnHome(me);
    expect(await said(await now(me))).toBeNull();
  });

  it("goes at once when the last adult leaves for good, and stays when a housemate does", async () => {
    const { me, housemate } = await neighbours();
    await say(me, old);
    await requestErasure(housemate);
    expect(await said(me)).toEqual(old);
    await requestErasure(me);
    expect(await kept(me)).toEqual([]);
  });

  it("is neither read nor written by who helps on paper", async () => {
    const { here, sameStreet } = await neighbours();
    const home = await dwelling(here.code, { streetId: sameStreet.streetId });
    const { onBehalf } = await assist(contactOfStreet(sameStreet), { dwellingId: home.id });
    await asWorker((tx) => tx.insert(homeCorrection).values({ householdId: onBehalf.householdId, neighbourhoodCode: onBehalf.neighbourhoodCode, ...old }));
    expect(await asViewer(onBehalf, (tx) => ownCorrection(tx, onBehalf.householdId))).toBeNull();
    expect((await asViewer(onBehalf, (tx) => homeTraits(tx, onBehalf)))?.builtYear).toBe(1975);
    await asViewer(onBehalf, (tx) => undoCorrection(tx, onBehalf, "builtYear"));
    expect(await kept(onBehalf)).toMatchObject([{ builtYear: 1931 }]);
    await asWorker((tx) => tx.delete(homeCorrection));
    await expect(asViewer(onBehalf, (tx) => saveCorrection(tx, onBehalf, old))).rejects.toThrow();
  });
});
