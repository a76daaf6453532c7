import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dwelling, energyLabel } from "../../db/schema/register.ts";
import { asViewer, asWorker, type ViewerSettings } from "../../db/viewer.server.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { buildTown, elsewhere, here, people } from "../support/town.ts";

type Group = { street: string; best: string; worst: string; homes: number };
const { own, secondAdult, sameBuilding, sameNeighbourhood, otherNeighbourhood, moderatorHere, official, propertyManager } = people;
const nameOf = (n: number) => `99010199${String(n).padStart(8, "0")}`;

const distribution = (viewer: ViewerSettings) =>
  asViewer(viewer, (tx) =>
    tx.select({ street: sql<string>`street_id`, best: sql<string>`best`, worst: sql<string>`worst`, homes: sql<number>`homes` }).from(sql`viewer.label_distribution()`),
  ) as Promise<Group[]>;
const classesSeen = (viewer: ViewerSettings) => asViewer(viewer, (tx) => tx.select({ home: energyLabel.dwellingId, energyClass: energyLabel.energyClass }).from(energyLabel));

/** One home per letter in a street; a dot is a home without a label. */
async function streetWith(classes: string[], { streetId, neighbourhoodCode }: { streetId: string; neighbourhoodCode: string | null }, from = 1): Promise<void> {
  await asWorker(async (tx) => {
    const homes = classes.map((energyClass, at) => ({ id: nameOf(from + at), energyClass }));
    await tx.insert(dwelling).values(homes.map(({ id }) => ({ id, neighbourhoodCode, streetId, isHome: true, status: "Verblijfsobject in gebruik", lon: 5, lat: 52 })));
    const labelled = homes.filter(({ energyClass }) => energyClass !== ".");
    await tx.insert(energyLabel).values(labelled.map(({ id, energyClass }) => ({ dwellingId: id, energyClass, matchedBy: "id" as const, sourceDate: "2026-04-01" })));
  });
}

describe.each(everyDatabase)("energy labels on %s", (kind) => {
  testDatabase(kind);
  beforeAll(() => buildTown());
  beforeEach(() => asWorker((tx) => tx.delete(dwelling).where(sql`${dwelling.id} like '99010199%'`)));

  it("are read by who lives in the home, and of others by nobody", async () => {
    await asWorker((tx) =>
      tx.insert(energyLabel).values([own, sameBuilding].map(({ dwellingId }, at) => ({ dwellingId: dwellingId!, energyClass: "AB"[at]!, matchedBy: "id" as const, sourceDate: "2026-04-01" }))),
    );
    for (const resident of [own, secondAdult]) expect(await classesSeen(resident)).toEqual([{ home: own.dwellingId, energyClass: "A" }]);
    expect(await classesSeen(sameBuilding)).toEqual([{ home: sameBuilding.dwellingId, energyClass: "B" }]);
    for (const other of [sameNeighbourhood, otherNeighbourhood, moderatorHere, official, propertyManager]) expect(await classesSeen(other)).toEqual([]);
    // Nor by somebody who says to live in a household of which they know the home.
    expect(await classesSeen({ ...sameNeighbourhood, neighbourhoodCode: here, streetId: own.streetId, buildingId: own.buildingId })).toEqual([]);
    await asWorker((tx) => tx.delete(energyLabel));
  });

  it("of a street are told from ten homes with a label on", async () => {
    await streetWith(["A", "A", "A", "B", "B", "B", "C", "C", "C", "."], own);
    expect(await distribution(own)).toEqual([]);
    await streetWith(["C"], own, 50);
    expect(await distribution(own)).toEqual([{ street: own.streetId, best: "A", worst: "A", homes: 3 }, { street: own.streetId, best: "B", worst: "B", homes: 3 }, { street: own.streetId, best: "C", worst: "G", homes: 4 }]);
    await asWorker((tx) => tx.update(dwelling).set({ endedOn: "2026-01-01" }).where(eq(dwelling.id, nameOf(50))));
    expect(await distribution(own)).toEqual([]);
    await asWorker((tx) => tx.update(dwelling).set({ endedOn: null, isHome: false }).where(eq(dwelling.id, nameOf(50))));
    expect(await distribution(own)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ["AAAAAAAAAA", ["A-G 10"]],
    ["GGGGGGGGGG", ["A-G 10"]],
    ["AAAAAAAAAG", ["A-G 10"]],
    ["ABCDEFGGGG", ["A-C 3", "D-F 3", "G-G 4"]],
    ["ABBBCCDEFG", ["A-B 4", "C-D 3", "E-G 3"]],
    ["BBBCCCCDDE", ["A-B 3", "C-C 4", "D-G 3"]],
    ["CCCCCCCCDD", ["A-G 10"]],
    ["AAACCCCCEFG", ["A-A 3", "B-C 5", "D-G 3"]],
  ])("of a street with %s are told in groups of three homes or more", async (classes, groups) => {
    await streetWith([...classes].map((letter, at) => (letter === "A" ? "A" + "+".repeat(at % 6) : letter)), own);
    const told = await distribution(own);
    expect(told.map(({ best, worst, homes }) => `${best}-${worst} ${homes}`)).toEqual(groups);
    expect(told.reduce((sum, { homes }) => sum + homes, 0)).toBe(classes.length);
  });

  it("of the own neighbourhood are told to its residents alike, and to no one else", async () => {
    await streetWith([..."AAAAABBBBB"], own);
    await streetWith([..."CCCCCCCCCC"], { streetId: otherNeighbourhood.streetId, neighbourhoodCode: elsewhere }, 100);
    const told = await distribution(own);
    expect(told).toHaveLength(2);
    for (const neighbour of [secondAdult, sameBuilding, sameNeighbourhood]) expect(await distribution(neighbour)).toEqual(told);
    expect(await distribution(otherNeighbourhood)).toEqual([{ street: otherNeighbourhood.streetId, best: "A", worst: "G", homes: 10 }]);
    for (const outsider of [moderatorHere, official, propertyManager]) expect(await distribution(outsider)).toEqual([]);
    expect(await distribution({ ...sameNeighbourhood, moderates: [elsewhere] })).toEqual(told);
  });
});
