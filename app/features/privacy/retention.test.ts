import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moderating } from "../../../tests/support/purchases.ts";
import { requestTo } from "../../../tests/support/log-in.ts";
import { account, session } from "../../../db/schema/auth.ts";
import { erasure, retentionCount } from "../../../db/schema/privacy.ts";
import { measure, outbox } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { loader as page } from "../../routes/privacy_.bewaren.tsx";
import { run } from "../../../scripts/admin/retention.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import { requestErasure } from "./request-erasure.server.ts";
import { retentionRuns } from "./retention-runs.server.ts";
import { rulesInOrder } from "./retention-rules.server.ts";
import { dryRun, runRetention } from "./run-retention.server.ts";

const days = (count: number) => sql`now() - make_interval(days => ${count}::int)`;
const found = (counts: { rule: string; count: number }[]) => Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ rule, count }) => [rule, count]));

/** One thing for each of five rules, in the ways in which rules are carried out. @returns who is still there, and the thing that was taken back */
async function somethingDue() {
  const people = await neighbours();
  const { me, sameStreet, otherStreet } = people;
  const gone = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2020, costRange: null, doneBy: null, audience: "street" }));
  await asViewer(me, (tx) => withdrawMeasure(tx, me, gone));
  await asWorker(async (tx) => {
    await tx.update(measure).set({ withdrawnAt: days(8) }).where(eq(measure.id, gone));
    await tx.insert(outbox).values({ template: "moved-out", accountId: me.accountId, createdAt: days(15), deliveredAt: days(15) });
  });
  await requestErasure(sameStreet);
  await asWorker((tx) => tx.update(erasure).set({ dueAt: days(1) }).where(eq(erasure.accountId, sameStreet.accountId)));
  await asAuth((tx) => tx.insert(session).values({ idHash: crypto.randomUUID(), accountId: me.accountId, staff: false, device: "Firefox", expiresAt: days(1) }));
  await asAuth((tx) => tx.update(account).set({ lastActiveOn: sql`current_date - 800` }).where(eq(account.id, otherStreet.accountId)));
  return { ...people, gone };
}
const due = { withdrawn: 1, mailRows: 1, erasures: 1, sessions: 1, inactiveTold: 1 };

describe.each(databaseKinds)("what goes when, on %s", (kind) => {
  const database = testDatabase(kind);

  it("is counted by a dry run that changes nothing, and is what the next run lets go of and writes down", async () => {
    const { me, gone, otherStreet, here } = await somethingDue();
    expect(found(await dryRun())).toEqual(due);
    expect(await run(database.connection, [])).toMatch(/withdrawn +1 +after 7 days/);
    expect(found(await dryRun()), "a dry run lets nothing go").toEqual(due);
    expect(await asWorker((tx) => tx.$count(measure, eq(measure.id, gone)))).toBe(1);
    const [told] = await asAuth((tx) => tx.select({ at: account.inactiveToldAt }).from(account).where(eq(account.id, otherStreet.accountId)));
    expect(told!.at, "nobody is told by it").toBeNull();
    await runRetention();
    const written = await asWorker((tx) => tx.select({ rule: retentionCount.rule, count: retentionCount.count, runId: retentionCount.runId }).from(retentionCount));
    expect(written.map(({ rule }) => rule).sort(), "each rule, also where nothing was due").toEqual(rulesInOrder().map(([rule]) => rule).sort());
    expect(found(written)).toMatchObject(due);
    expect(new Set(written.map(({ runId }) => runId)).size).toBe(1);
    expect(found(await dryRun()), "nothing is left to do").toEqual({});
    expect(await asWorker((tx) => tx.$count(measure, eq(measure.id, gone)))).toBe(0);
    expect(Object.keys(written[0]!).sort(), "numbers, and nobody").toEqual(["count", "rule", "runId"]);

    const moderator = moderating(me.residentId, here.code);
    const [latest, ...earlier] = await asViewer(moderator, (tx) => retentionRuns(tx));
    expect(earlier).toEqual([]);
    expect(latest!.counts.find(({ rule }) => rule === "withdrawn"), "so small a number says what one neighbour did").toEqual({ rule: "withdrawn", count: null });
    expect(latest!.counts.some(({ rule }) => rule === "vouches")).toBe(false);
    expect(await asViewer(me, (tx) => retentionRuns(tx)), "residents read the rules, not the runs").toEqual([]);
  });

  it("stands on a page for everybody, each rule with the time that the run goes by", async () => {
    const { rules } = await page({ request: requestTo("/privacy/bewaren").request, context: { nonce: "n", ip: "10.4.0.4" }, params: {} });
    expect(rules).toEqual(rulesInOrder().map(([name, { kept }]) => ({ name, kept })));
    expect(rules.find(({ name }) => name === "withdrawn")).toEqual({ name: "withdrawn", kept: { days: 7 } });
  });

  it("goes too, after 24 months, as far as it is a number of long ago", async () => {
    await asWorker((tx) => tx.insert(retentionCount).values([{ runId: crypto.randomUUID(), rule: "letters", count: 40, ranAt: days(760) }, { runId: crypto.randomUUID(), rule: "letters", count: 30, ranAt: days(20) }]));
    expect(found(await dryRun()).counts).toBe(1);
    await runRetention();
    const [me] = [moderating(crypto.randomUUID(), "BU00000001")];
    expect((await asViewer(me, (tx) => retentionRuns(tx))).flatMap(({ counts }) => counts).find(({ rule }) => rule === "letters")).toEqual({ rule: "letters", count: 30 });
  });
});
