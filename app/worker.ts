import PgBoss from "pg-boss";
import { database } from "../db/client.server.ts";
import type { Connection } from "../db/connection.ts";
import { schedule } from "./jobs/schedule.ts";

const options = { schema: "pgboss", migrate: false, cronWorkerIntervalSeconds: 15, maintenanceIntervalMinutes: 10, retentionDays: 2, deleteAfterDays: 2 };

/**
 * Runs the jobs: by their schedule, and mail and letters also as soon as a commit says that there are some. Any number of
 * processes may do this at once.
 * @throws when the migrations have not been applied
 */
export async function startWorker(): Promise<{ stop: () => Promise<void> }> {
  const connection = await database();
  const boss = new PgBoss({ ...options, ...(connection.url ? { max: 2, connectionString: asWorkerRole(connection.url) } : { db: embedded(connection) }) });
  boss.on("error", (error) => console.error(`jobs: ${error.message}`));
  await boss.start();
  const listening: (() => Promise<void>)[] = [];
  for (const { queue, cron, channel, run } of schedule) {
    const worker = await boss.work(queue, { pollingIntervalSeconds: 20 }, run);
    await boss.schedule(queue, cron);
    if (!channel) continue;
    const wake = async () => {
      await boss.send(queue, {});
      boss.notifyWorker(worker);
    };
    listening.push(await onNotification(connection, channel, () => void wake().catch((error: Error) => console.error(`jobs: ${error.message}`))));
    await wake();
  }
  return {
    stop: async () => {
      for (const stopListening of listening) await stopListening();
      await boss.stop({ timeout: 8_000 });
    },
  };
}

/** pg-boss keeps a small pool of its own, in the role that the jobs' tables are granted to. */
function asWorkerRole(url: string): string {
  const own = new URL(url);
  own.searchParams.set("options", "-c role=app_worker");
  return own.href;
}

/** The embedded database has one session only: statements with parameters and whole scripts take different ways. */
function embedded({ pglite }: Connection): PgBoss.Db {
  return {
    async executeSql(text, values) {
      if (values?.length) return pglite!.query(text, values);
      return (await pglite!.exec(text)).at(-1) ?? { rows: [] };
    },
  };
}

async function onNotification(connection: Connection, channel: string, heard: () => void): Promise<() => Promise<void>> {
  if (connection.pglite) return connection.pglite.listen(channel, heard);
  const listening = await connection.postgres!.listen(channel, heard);
  return listening.unlisten;
}
