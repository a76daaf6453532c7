import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boundaryFields, house, secondStreet, street, streets, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { bagId, numberXml, writeExtract, type BagXml } from "../../../../tests/support/make-extract.ts";
import { asResident } from "../../../../tests/support/neighbours.ts";
import { household as moveIn, resident } from "../../../../tests/support/people.ts";
import { journalEntry } from "../../../../db/schema/journal.ts";
import { consent, household } from "../../../../db/schema/people.ts";
import { measure, outbox } from "../../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { shareMeasure } from "../../measures/share-measure.server.ts";
import type { Resident } from "../../session/viewer.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "import-members-"))));
afterAll(() => rm(folder, { recursive: true }));

const row = (homes: number): BagXml[] => Array.from({ length: homes }, (_, index) => house(index + 1, 10 + 5 * index, 10)).flat();
const extract = (objects: BagXml[], date: string) => writeExtract(join(folder, "extract.zip"), { objects: [...streets, ...objects], date });
const livesAt = async (number: number) => {
  const home = { id: bagId("01", number), neighbourhoodCode: "BU0363SE02", streetId: street, buildingId: bagId("10", number), postcode: "1381AA", houseNumber: number };
  return asResident(await resident(await moveIn(home)));
};
const share = (who: Resident, audience: "street" | "neighbourhood") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "solar_panels", state: "done", year: 2021, costRange: "5000_10000", doneBy: "company", experience: "Fijn in de zomer.", audience }));
const audienceOf = async (id: string) => (await asWorker((tx) => tx.select({ audience: measure.audience, street: measure.streetId }).from(measure).where(eq(measure.id, id))))[0];
const asked = () => asWorker((tx) => tx.select({ account: outbox.accountId }).from(outbox).where(eq(outbox.template, "audience-narrowed")));

describe.each(databaseKinds)("households in a register that changes, on %s", (kind) => {
  const database = testDatabase(kind);

  beforeEach(async () => {
    await asOwner(database, "truncate neighbourhood, street, building, household, municipality, auth.account, outbox, journal_entry, import_run cascade");
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), boundaryFields);
    await importBag(await extract(row(10), "2024-01-15"));
  });

  test("what was shared with a street that has become too small is for the household again, and its owner is asked once", async () => {
    const me = await livesAt(1);
    const [first, second, wide] = [await share(me, "street"), await share(me, "street"), await share(me, "neighbourhood")];
    expect((await importBag(await extract(row(9), "2024-02-15"))).households).toEqual({ moved: 0, narrowed: 2 });
    expect((await Promise.all([first, second, wide].map(audienceOf))).map((item) => item!.audience)).toEqual(["household", "household", "neighbourhood"]);
    expect(await asked()).toEqual([{ account: me.accountId }]);
    const open = await asWorker((tx) => tx.select({ subject: consent.subjectId, ended: consent.withdrawnAt }).from(consent));
    expect(open.filter(({ ended }) => ended === null).map(({ subject }) => subject)).toEqual([wide]);
    expect((await asWorker((tx) => tx.select({ id: journalEntry.subjectId }).from(journalEntry))).map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
    expect((await importBag(await extract(row(9), "2024-02-15"))).households).toEqual({ moved: 0, narrowed: 0 });
  });

  test("a home that gets another street takes its household along, and the new street sees nothing of before", async () => {
    const [me, staying] = [await livesAt(1), await livesAt(2)];
    const [mine, theirs] = [await share(me, "street"), await share(staying, "street")];
    const renumbered = row(12).map((each) => (each.xml.includes(`>${bagId("20", 1)}<`) && each.kind === "NUM" ? numberXml(bagId("20", 1), { street: secondStreet, number: 1 }) : each));
    expect((await importBag(await extract(renumbered, "2024-02-15"))).households).toEqual({ moved: 1, narrowed: 1 });
    expect(await audienceOf(mine)).toEqual({ audience: "household", street: secondStreet });
    expect(await audienceOf(theirs)).toEqual({ audience: "street", street });
    expect((await asWorker((tx) => tx.select({ street: household.streetId }).from(household).where(eq(household.id, me.householdId))))[0]).toEqual({ street: secondStreet });
    expect(await asked()).toEqual([{ account: me.accountId }]);
  });

  test("is not changed by two imports at once", async () => {
    const file = await extract(row(10), "2024-02-15");
    const results = await Promise.allSettled([importBag(file), importBag(file)]);
    const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => (reason as Error).message);
    // The embedded database has one session, in which the second import waits for the first.
    expect(refused).toEqual(kind === "pglite" ? [] : ["Another import is running in this database; wait until it is done"]);
  });
});
