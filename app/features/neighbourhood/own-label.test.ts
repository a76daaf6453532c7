import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { energyLabel } from "../../../db/schema/register.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { buildTown, people } from "../../../tests/support/town.ts";
import { ownHome } from "./own-home.server.ts";

const { own, sameBuilding } = people;
/** Today and other days in the Netherlands, yyyy-mm-dd. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });

describe.each(databaseKinds)("the own energy label on %s", (kind) => {
  testDatabase(kind);
  beforeAll(async () => {
    await buildTown();
    await asWorker((tx) =>
      tx.insert(energyLabel).values([own, sameBuilding].map(({ dwellingId }) => ({ dwellingId, energyClass: "A++", method: "NTA 8800:2022", recordedOn: "2023-04-05", matchedBy: "id" as const, sourceDate: "2026-04-01" }))),
    );
  });
  const label = (dwellingId: string) => asViewer(own, async (tx) => (await ownHome(tx, dwellingId))!.label);

  test("comes with its method, its days and its source, and nobody gets that of another home", async () => {
    expect(await label(own.dwellingId)).toEqual({ energyClass: "A++", method: "NTA 8800:2022", recordedOn: "2023-04-05", validUntil: null, expired: false, sourceDate: "2026-04-01" });
    expect(await label(sameBuilding.dwellingId)).toBeNull();
  });

  test.each([[-1, true], [0, false], [1, false]])("that is valid until %i days from now is expired: %s", async (days, expired) => {
    await asWorker((tx) => tx.update(energyLabel).set({ validUntil: day(days) }).where(eq(energyLabel.dwellingId, own.dwellingId)));
    expect(await label(own.dwellingId)).toMatchObject({ validUntil: day(days), expired });
  });
});
