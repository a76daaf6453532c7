import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { report, type ReportCategory } from "../../../db/schema/sharing.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moderationLog } from "./moderation-log.server.ts";

const hours = (at: string, count: number) => new Date(new Date(at).getTime() + count * 3_600_000);

describe.each(databaseKinds)("the public log on %s", (kind) => {
  testDatabase(kind);

  it("says nothing of a quarter but that it was there, until ten were decided in it; and nothing at all of this quarter", async () => {
    const { sameStreet: by, me } = await neighbours();
    let made = 0;
    const decided = (category: ReportCategory, closedAt: Date, waited: number, review: "overturned" | null = null) =>
      asWorker((tx) =>
        tx.insert(report).values({
          receipt: `R${made++}`, neighbourhoodCode: me.neighbourhoodCode, reporterId: by.residentId, reporterHouseholdId: by.householdId, subjectKind: "measure", subjectId: crypto.randomUUID(),
          category, createdAt: hours(closedAt.toISOString(), -waited), closedAt, closedBy: crypto.randomUUID(), decision: "kept", review,
        }),
      );
    // The first quarter begins at midnight in the Netherlands, an hour before that of UTC.
    for (let one = 1; one <= 8; one++) await decided(one < 6 ? "unsafe" : "other", new Date("2025-02-10T12:00:00Z"), one);
    await decided("untrue", new Date("2024-12-31T23:30:00Z"), 9, "overturned");
    await decided("untrue", new Date("2024-12-31T22:30:00Z"), 1);
    await decided("untrue", new Date(), 1);
    expect(await moderationLog()).toEqual([{ start: "2025-01-01", figures: null }, { start: "2024-10-01", figures: null }]);
    await decided("other", new Date("2025-03-31T21:30:00Z"), 30);
    const expected = { start: "2025-01-01", figures: { decisions: 10, medianHours: 6, overturnedPercent: 10, perCategory: { unsafe: 5, other: 4, untrue: 1 } } };
    expect(await moderationLog()).toEqual([expected, { start: "2024-10-01", figures: null }]);
    await asWorker((tx) => tx.delete(report).where(eq(report.category, "untrue")));
    expect(await moderationLog()).toEqual([{ start: "2025-01-01", figures: null }]);
    // What was decided about an address counts too, from when it was disputed; it is for good, so nothing of it is overturned.
    const claimed = (decidedAt: Date | null, objected: boolean) =>
      asWorker((tx) =>
        tx.insert(addressClaim).values({
          neighbourhoodCode: me.neighbourhoodCode, dwellingId: me.dwellingId, accountId: by.accountId, way: "letter", provenAt: hours("2025-02-01T12:00:00Z", 0),
          ...(objected ? { objectedAt: hours("2025-02-10T12:00:00Z", 0) } : {}), ...(decidedAt ? { decidedAt, decidedBy: crypto.randomUUID(), outcome: "stays" as const, reason: "We zijn er geweest." } : {}),
        }),
      );
    await claimed(hours("2025-02-10T12:00:00Z", 5), true);
    await claimed(null, true);
    expect((await moderationLog())[0]!.figures, "nine reports and one address").toEqual({ decisions: 10, medianHours: 5, overturnedPercent: 0, perCategory: { unsafe: 5, other: 4, address: 1 } });
    await claimed(hours("2025-02-01T12:00:00Z", 200), false);
    expect((await moderationLog())[0]!.figures).toMatchObject({ decisions: 11, medianHours: 5, perCategory: { address: 2 } });
    // A doubt that was set aside was decided about, whatever came of the claim later.
    await asWorker((tx) =>
      tx.insert(addressClaim).values({ neighbourhoodCode: me.neighbourhoodCode, dwellingId: me.dwellingId, accountId: by.accountId, doubtedAt: hours("2025-02-10T12:00:00Z", 0), doubtSetAsideAt: hours("2025-02-10T12:00:00Z", 5), doubtSetAsideBy: crypto.randomUUID(), doubtSetAsideReason: "We hebben gebeld." }),
    );
    expect((await moderationLog())[0]!.figures).toMatchObject({ decisions: 12, medianHours: 5, perCategory: { address: 3 } });
  });
});
