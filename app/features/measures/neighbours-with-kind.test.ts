import { describe, expect, test } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { eq } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import type { CostRange } from "../../../db/schema/sharing.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import type { HomeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import type { Resident } from "../session/viewer.ts";
import { neighboursWithKind } from "./neighbours-with-kind.server.ts";
import { shareMeasure } from "./share-measure.server.ts";
import { withdrawMeasure } from "./withdraw-measure.server.ts";

const traits: HomeTraits = { dwellingType: "terraced", builtYear: null, areaM2: null };
const share = (who: Resident, audience: Audience, costRange: CostRange | null, satisfaction: number | null, state: "done" | "planned" = "done") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "cavity_insulation", state, year: null, costRange, doneBy: null, satisfaction, audience }));
const told = (who: Resident, mine: HomeTraits | null = traits) => asViewer(who, (tx) => neighboursWithKind(tx, who, "cavity_insulation", mine));
const ofType = (who: Resident, dwellingType: "terraced" | "detached") => asWorker((tx) => tx.update(dwelling).set({ dwellingType }).where(eq(dwelling.id, who.dwellingId)));

describe.each(databaseKinds)("what neighbours tell of a measure, on %s", (kind) => {
  testDatabase(kind);

  test("is what they did and this resident may see, without the own household", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet, stranger } = await neighbours();
    await ofType(sameStreet, "terraced");
    await ofType(otherStreet, "detached");
    await share(housemate, "neighbourhood", "none", 1);
    await share(sameStreet, "street", "500_2000", 5);
    await share(otherStreet, "neighbourhood", "2000_5000", null);
    await share(flatmate, "household", "over_20000", 1);
    await share(stranger, "neighbourhood", "over_20000", 1);
    expect(await told(me)).toEqual({
      alike: { count: 1, costs: [{ range: "500_2000", count: 1 }], satisfaction: [{ score: 5, count: 1 }] },
      here: { count: 2, costs: [{ range: "500_2000", count: 1 }, { range: "2000_5000", count: 1 }], satisfaction: [{ score: 5, count: 1 }] },
    });
    expect((await told(otherStreet)).here, "what a street shares is not seen in another").toMatchObject({ count: 1, costs: [{ range: "none" }] });
    expect((await told(me, { ...traits, dwellingType: "unknown" })).alike, "nothing is alike a home of unknown type").toBeNull();
    expect((await told(me, null)).alike).toBeNull();
  });

  test("leaves out what is only planned, taken back or hidden, and other measures", async () => {
    const { me, sameStreet, otherStreet, flatmate } = await neighbours();
    await share(sameStreet, "neighbourhood", "500_2000", 5, "planned");
    const taken = await share(otherStreet, "neighbourhood", "500_2000", 5);
    await asViewer(otherStreet, (tx) => withdrawMeasure(tx, otherStreet, taken));
    const hidden = await share(flatmate, "neighbourhood", "500_2000", 5);
    expect((await told(me)).here.count).toBe(1);
    await asWorker((tx) => tx.update(measure).set({ hiddenAt: new Date() }).where(eq(measure.id, hidden)));
    await asViewer(flatmate, (tx) => shareMeasure(tx, flatmate, { kind: "glazing", state: "done", year: null, costRange: null, doneBy: null, audience: "neighbourhood" }));
    expect((await told(me)).here).toEqual({ count: 0, costs: [], satisfaction: [] });
  });
});
