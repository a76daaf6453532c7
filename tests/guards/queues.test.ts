import { describe, expect, it } from "vitest";
import { schedule } from "../../app/jobs/schedule.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { sql } from "drizzle-orm";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { filesIn } from "./walk.ts";

describe.each(everyDatabase)("queues on %s", (kind) => {
  testDatabase(kind);

  it("each have a worker, and each worker a queue", async () => {
    const result: unknown = await asWorker((tx) => tx.execute(sql`select name from pgboss.queue where name not like '\\_\\_pgboss\\_\\_%'`));
    const rows = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as { name: string }[];
    expect(rows.map(({ name }) => name).sort()).toEqual(schedule.map(({ queue }) => queue).sort());
  });

  it("are worked by the jobs in app/jobs, one file each", () => {
    const files = filesIn("app/jobs").filter((path) => !/schedule\.ts$|\.test\.ts$/.test(path));
    expect(files).toEqual(schedule.map(({ queue }) => `app/jobs/${queue}.ts`).sort());
  });
});
