import { parseArgs } from "node:util";
import PgBoss from "pg-boss";
import { writeDigests } from "../../app/features/notices/write-digests.server.ts";
import { deliverOutbox } from "../../app/features/notifications/deliver-outbox.server.ts";
import type { Transport } from "../../app/features/notifications/mail.ts";
import { closeDatabase, useDatabase } from "../../db/client.server.ts";
import { connectPostgres } from "../../db/connection.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { fill } from "./fill.ts";
import { onServer } from "./import.bench.ts";
import type { Figure } from "./main.ts";

/** Jobs that the bare queue is given, in the same run. */
const bareJobs = 30_000;

/**
 * How fast the outbox drains: `--digests` digests (100,000) of three notices each, of which each is read again as its own reader,
 * with what they chose, rendered in two languages and handed to a transport that takes everything. Beside it how fast the queue
 * underneath hands out jobs in hundreds to a handler that does nothing, on the same server in the same run, and the ratio of the two.
 * And how long it takes to write the digests.
 */
export async function* benchOutbox(): AsyncGenerator<Figure> {
  const { values } = parseArgs({ options: { digests: { type: "string", default: "100000" } }, allowPositionals: true });
  const digests = Number(values.digests);
  const server = await ensurePostgres();
  if (!server.url) return console.error(server.remark);
  process.env.APP_SECRET ??= "a-secret-of-the-benchmark-that-is-long-enough-0123456789";
  process.env.APP_URL ??= "http://localhost:3000";
  process.env.APP_MODE ??= "test";
  const target = await onServer(server.url);
  try {
    const owner = connectPostgres(target.env.DATABASE_URL!, 1);
    await fill(owner, digests);
    await tellThem(owner);
    useDatabase(connectPostgres(target.env.DATABASE_URL!, 10));
    const bare = await bareQueue(owner, target.env.DATABASE_URL!);
    yield { name: `pg-boss, fetch of 100 and an empty handler, ${bareJobs} jobs`, value: bare, unit: "jobs/s" };
    const nextWeek = new Date(Date.now() + 8 * 86_400_000);
    const writing = performance.now();
    const written = await writeDigests(nextWeek);
    const writingSeconds = (performance.now() - writing) / 1000;
    yield { name: `${written} digests written to the outbox`, value: Math.round(written / writingSeconds), unit: "digests/s", seconds: round(writingSeconds) };
    await owner.script("analyze outbox, notice");
    let bytes = 0;
    const sent = new Set<string>();
    const stub: Transport = async ({ html, text }, key) => {
      sent.add(key);
      bytes += html.length + text.length;
    };
    const draining = performance.now();
    const { delivered } = await deliverOutbox(stub);
    const seconds = (performance.now() - draining) / 1000;
    if (sent.size !== written || delivered !== written) throw new Error(`${written} were written, ${delivered} delivered, ${sent.size} sent`);
    const rate = Math.round(delivered / seconds);
    yield { name: `${delivered} digests reread as their reader, rendered, handed to a stub`, value: rate, unit: "mails/s", seconds: round(seconds), bytesPerMail: Math.round(bytes / delivered), peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024) };
    yield { name: "outbox against the bare queue", value: round(rate / bare), unit: "of its rate", wanted: 0.3 };
    await owner.close();
  } finally {
    await closeDatabase();
    await target.drop();
    await server.stop();
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

type Owner = ReturnType<typeof connectPostgres>;

/** An announcement, and two measures of neighbours, to everybody; every other one reads English. */
async function tellThem(owner: Owner): Promise<void> {
  await owner.script(`
    update auth.account set locale = 'en' where get_byte(uuid_send(id), 0) % 2 = 0;
    insert into announcement (neighbourhood_code, author_id, shown_name, title, body) select code, gen_random_uuid(), 'Bench', 'Bench', 'Bench' from neighbourhood;
    insert into notice (neighbourhood_code, resident_id, happening_id, kind, subject_id, created_at)
      select r.neighbourhood_code, r.id, a.id, 'announcement-published', a.id, now() from resident r join announcement a on a.neighbourhood_code = r.neighbourhood_code;
    insert into notice (neighbourhood_code, resident_id, happening_id, kind, subject_id, created_at)
      select r.neighbourhood_code, r.id, gen_random_uuid(), 'measure-shared', m.id, now()
        from resident r cross join lateral (select m.id from measure m where m.neighbourhood_code = r.neighbourhood_code and m.audience = 'neighbourhood' and m.household_id <> r.household_id limit 2) m;
    analyze`);
}

/** Jobs a second of pg-boss with `fetch` and `complete` in hundreds, and nothing in between. */
async function bareQueue(owner: Owner, url: string): Promise<number> {
  await owner.script(`select pgboss.create_queue('bench', '{}')`);
  const boss = new PgBoss({ connectionString: url, schema: "pgboss", migrate: false, supervise: false, schedule: false, max: 10 });
  await boss.start();
  const jobs = Array.from({ length: 1000 }, () => ({ name: "bench", data: { id: 1 } }));
  for (let from = 0; from < bareJobs; from += jobs.length) await boss.insert(jobs);
  await owner.script("analyze pgboss.job");
  const started = performance.now();
  let done = 0;
  for (;;) {
    const taken = await boss.fetch("bench", { batchSize: 100 });
    if (taken.length === 0) break;
    await boss.complete("bench", taken.map(({ id }) => id));
    done += taken.length;
  }
  const seconds = (performance.now() - started) / 1000;
  await boss.stop({ graceful: false });
  return Math.round(done / seconds);
}
