import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { askArchive, newestArchive } from "../../app/features/privacy/archive/ask-archive.server.ts";
import { makeArchives } from "../../app/features/privacy/archive/make-archives.server.ts";
import type { AccountViewer } from "../../app/features/session/viewer.ts";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { type Connection, connectPglite, connectPostgres } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import { measure, photo, question, wish } from "../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../db/viewer.server.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { neighbours } from "../support/neighbours.ts";
import { secret } from "./bench-site.ts";
import { onServer } from "./import.bench.ts";
import type { Figure } from "./main.ts";

/** Things of one household: few, and as many as must be done in time; a photo of `photoBytes` with every tenth. */
const sizes = [500, 5_000];
const photoBytes = 150_000;
const wantedSeconds = 30;
/** By how much the peak may be higher with ten times as much. */
const wantedMegabytes = 64;

/**
 * How long the job is at everything of an account with 500 and with 5,000 items, with a photo of 150 kB with every tenth, on
 * PostgreSQL and on PGlite; and by how much the memory of the process grows meanwhile at most, after a first small one. PGlite is in the
 * same process, hence the memory is that of JavaScript only: heap and buffers that are in use.
 */
export async function* benchExport(): AsyncGenerator<Figure> {
  Object.assign(process.env, { APP_SECRET: secret, APP_MODE: "test", APP_URL: "http://localhost:3000" });
  const server = await ensurePostgres();
  if (server.url) {
    const target = await onServer(server.url);
    yield* on("PostgreSQL", connectPostgres(target.env.DATABASE_URL!, 4));
    await target.drop();
  } else console.error(server.remark);
  await server.stop();
  const folder = await mkdtemp(join(tmpdir(), "buurhof-bench-"));
  const embedded = await connectPglite(folder);
  await migrate(embedded);
  yield* on("PGlite", embedded);
  await rm(folder, { recursive: true, force: true });
}

async function* on(kind: string, connection: Connection): AsyncGenerator<Figure> {
  useDatabase(connection);
  const growth: number[] = [];
  await made((await somebody(20)).me);
  for (const size of sizes) {
    const { me } = await somebody(size);
    const { seconds, grown, bytes } = await made(me);
    growth.push(grown);
    yield { name: `everything of an account with ${size} items on ${kind}`, value: seconds, unit: "s", wanted: size === 5_000 ? wantedSeconds : undefined, megabytes: round(bytes / 1e6), memoryGrewMb: grown };
  }
  yield { name: `memory of 5,000 items above that of 500 on ${kind}`, value: round(growth[1]! - growth[0]!), unit: "MB", wanted: wantedMegabytes };
  await closeDatabase();
}

/** A resident with so many things: measures with long experiences, wishes and questions. */
async function somebody(size: number) {
  const people = await neighbours();
  const { me } = people;
  const own = { neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, residentId: me.residentId, dwellingId: me.dwellingId, streetId: me.streetId, buildingId: me.buildingId };
  const words = "Het is nu warm en stil in huis, en de vloer is niet meer koud aan de voeten. ".repeat(12);
  for (let from = 0; from < size; from += 500) {
    const some = Array.from({ length: Math.min(500, size - from) }, (_, index) => from + index);
    await asWorker(async (tx) => {
      const measures = await tx
        .insert(measure)
        .values(some.filter((each) => each % 2 === 0).map((each) => ({ ...own, kind: "glazing", state: "done" as const, year: 2020, experience: `${each} ${words}` })))
        .returning({ id: measure.id });
      await tx.insert(wish).values(some.filter((each) => each % 4 === 1).map((each) => ({ ...own, scope: "neighbourhood" as const, title: `Wens ${each}`, note: words })));
      await tx.insert(question).values(some.filter((each) => each % 4 === 3).map((each) => ({ ...own, title: `Vraag ${each}`, body: words })));
      for (const { id } of measures.slice(0, some.length / 10)) {
        await tx.insert(photo).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, measureId: id, mime: "image/webp", width: 1600, height: 1200, bytes: randomBytes(photoBytes) });
      }
    });
  }
  return people;
}

async function made(me: AccountViewer): Promise<{ seconds: number; grown: number; bytes: number }> {
  await asViewer(me, (tx) => askArchive(tx, me));
  const before = memory();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, memory())), 500);
  const began = performance.now();
  if ((await makeArchives()) !== 1) throw new Error("The archive was not made.");
  const seconds = round((performance.now() - began) / 1000);
  clearInterval(watch);
  const archive = await asViewer(me, (tx) => newestArchive(tx, me));
  return { seconds, grown: round((peak - before) / 1e6), bytes: archive!.size! };
}

/** What is in use once nothing is left to collect: what piles up shows, what waits for the collector does not. */
function memory(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const round = (value: number) => Math.round(value * 10) / 10;
