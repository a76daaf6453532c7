import PgBoss from "pg-boss";
import { afterEach, describe, expect, it, vi } from "vitest";
import { asAuth, asWorker } from "../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../tests/support/databases.ts";
import { accountWithoutHome } from "../tests/support/people.ts";
import { enqueue } from "./features/notifications/enqueue.server.ts";
import { posted } from "./features/notifications/memory-mailbox.server.ts";
import { schedule } from "./jobs/schedule.ts";
import { startWorker } from "./worker.ts";

afterEach(() => vi.restoreAllMocks());

describe.each(databaseKinds)("jobs on %s", (kind) => {
  testDatabase(kind);

  it("have a queue each in the database, of the version that pg-boss wants", async () => {
    const rows = <Row extends object>(query: string) => asWorker(async (tx) => {
      const result = (await tx.execute(query)) as unknown as Row[] | { rows: Row[] };
      return Array.isArray(result) ? [...result] : result.rows;
    });
    const queues = await rows<{ name: string }>("select name from pgboss.queue where name not like '\\_\\_%' order by name");
    expect(queues.map((queue) => queue.name)).toEqual(schedule.map((job) => job.queue).sort());
    const [{ version }] = (await rows<{ version: number }>("select version from pgboss.version")) as [{ version: number }];
    expect(PgBoss.getConstructionPlans("pgboss")).toContain(`INSERT INTO pgboss.version(version) VALUES ('${version}')`);
  });

  it("deliver a mail within seconds of its commit, also what waited while nobody worked", async () => {
    const problems = vi.spyOn(console, "error");
    const before = await accountWithoutHome();
    await asAuth((tx) => enqueue(tx, "new-adult", { accountId: before.id }));
    const worker = await startWorker();
    try {
      await vi.waitFor(() => expect(posted().map((item) => item.to)).toContain(before.email), { timeout: 10_000 });
      const after = await accountWithoutHome();
      const start = Date.now();
      await asAuth((tx) => enqueue(tx, "new-adult", { accountId: after.id }));
      await vi.waitFor(() => expect(posted().map((item) => item.to)).toContain(after.email), { timeout: 10_000, interval: 20 });
      expect(Date.now() - start).toBeLessThan(3_000);
    } finally {
      await worker.stop();
    }
    expect(problems).not.toHaveBeenCalled();
  });

  it("run each without complaint on an empty database", async () => {
    for (const job of schedule) await expect(job.run()).resolves.toBeUndefined();
  });
});
