import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { notice } from "../../../db/schema/notices.ts";
import { outbox } from "../../../db/schema/sharing.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { composeBatch, type Letter } from "./compose-batch.server.ts";
import { MailError, type Transport } from "./mail.ts";
import { transport } from "./transport.server.ts";

/** Minutes between one try and the next; after the last the mail is given up. */
export const pauses = [1, 2, 5, 15, 60, 180, 720] as const;
/** A link or code that comes later than this many minutes is of no use to anybody any more. */
export const proofUselessAfter = 30;

const batch = 100;
/** Batches that one process works at. */
const batches = 3;
/** Mails of one batch that are handed on at the same time. */
const atOnce = 8;
const minutes = (count: number) => sql`make_interval(mins => ${count})`;
const waiting = and(isNull(outbox.deliveredAt), isNull(outbox.givenUpAt));

const columns = {
  id: outbox.id,
  template: outbox.template,
  accountId: outbox.accountId,
  proofId: outbox.proofId,
  subjectId: outbox.subjectId,
  attempts: outbox.attempts,
  age: sql<number>`extract(epoch from now() - ${outbox.createdAt})`.mapWith(Number),
};

export type Delivery = { delivered: number; postponed: number; givenUp: number };

/**
 * Delivers all mail that is due, a hundred at a time and a few of those beside each other. A row is taken for five minutes, with SKIP LOCKED, so that several processes
 * share the work and a row of a process that died comes back by itself; no transaction is open while a mail is sent. What the
 * other side knows a mail by follows from the ids of its rows, so that it is the same when it is sent again.
 * @param send another way to send than the configured one
 */
export async function deliverOutbox(send: Transport = transport()): Promise<Delivery> {
  const result: Delivery = { delivered: 0, postponed: 0, givenUp: 0 };
  const empty = async () => {
    for (let rows = await take(); rows.length > 0; rows = await take()) await deliver(rows, send, result);
  };
  // The first batch is all there is, most of the time.
  const rows = await take();
  if (rows.length < batch) await deliver(rows, send, result);
  else await Promise.all([deliver(rows, send, result).then(empty), ...Array.from({ length: batches - 1 }, empty)]);
  return result;
}

function take() {
  return asWorker((tx) => {
    const due = tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(waiting, lte(outbox.deliverAfter, sql`now()`)))
      .orderBy(asc(outbox.deliverAfter))
      .limit(batch)
      .for("update", { skipLocked: true });
    return tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, deliverAfter: sql`now() + ${minutes(5)}` })
      .where(inArray(outbox.id, due))
      .returning(columns);
  });
}

export type OutboxRow = Awaited<ReturnType<typeof take>>[number];

async function deliver(taken: OutboxRow[], send: Transport, result: Delivery): Promise<void> {
  if (taken.length === 0) return;
  const late = taken.filter((row) => row.attempts > pauses.length + 1 || (row.proofId && row.age > proofUselessAfter * 60));
  for (const row of late) await giveUp(row, "too late", result);
  const rows = taken.filter((row) => !late.includes(row));
  const letters = await composeBatch(rows);
  const sent: Letter[] = [];
  let next = 0;
  const sendOn = async () => {
    for (let letter = letters[next++]; letter; letter = letters[next++]) {
      const why = await handOn(letter, send);
      if (why === null) sent.push(letter);
      else for (const row of letter.rows) await tryLater(row, why, result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendOn));
  await done(sent);
  result.delivered += sent.reduce((count, { rows: of }) => count + of.length, 0);
}

/** @returns null when a letter has gone, or has nothing to say; else why not, in words of our own: what a mail server says may hold an address */
async function handOn({ mail, key, failure }: Letter, send: Transport): Promise<string | null> {
  try {
    if (failure) throw failure;
    if (mail) await send(mail, key);
    return null;
  } catch (error) {
    return error instanceof MailError ? error.message : `compose: ${error instanceof Error ? error.name : "error"}`;
  }
}

/** What has gone is written down in one statement, with the notices that were in it. */
async function done(sent: Letter[]): Promise<void> {
  const now = sent.filter(({ until }) => !until);
  const rows = now.flatMap((letter) => letter.rows.map(({ id }) => id));
  const notices = now.flatMap(({ mail, notices: inIt = [] }) => (mail ? inIt : []));
  await asWorker(async (tx) => {
    if (rows.length > 0) await tx.update(outbox).set({ deliveredAt: sql`now()`, lastError: null }).where(inArray(outbox.id, rows));
    if (notices.length > 0) await tx.update(notice).set({ mailedAt: sql`now()` }).where(inArray(notice.id, notices));
    // What waits for the morning was not tried.
    for (const { until, rows: of } of sent) {
      if (until) await tx.update(outbox).set({ deliverAfter: until, attempts: sql`${outbox.attempts} - 1` }).where(inArray(outbox.id, of.map(({ id }) => id)));
    }
  });
}

async function tryLater(row: OutboxRow, why: string, result: Delivery): Promise<void> {
  const pause = pauses[row.attempts - 1];
  if (pause === undefined) return giveUp(row, why, result);
  await asWorker((tx) => tx.update(outbox).set({ lastError: why, deliverAfter: sql`now() + ${minutes(pause)}` }).where(eq(outbox.id, row.id)));
  result.postponed++;
}

async function giveUp(row: OutboxRow, why: string, result: Delivery): Promise<void> {
  await asWorker((tx) => tx.update(outbox).set({ givenUpAt: sql`now()`, lastError: why }).where(eq(outbox.id, row.id)));
  console.error(`mail ${row.id} (${row.template}) was given up after ${row.attempts} tries: ${why}`);
  result.givenUp++;
}
