import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { outbox } from "../../../db/schema/sharing.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { composeMail } from "./compose-mail.server.ts";
import { MailError, type Transport } from "./mail.ts";
import { transport } from "./transport.server.ts";

/** Minutes between one try and the next; after the last the mail is given up. */
export const pauses = [1, 2, 5, 15, 60, 180, 720] as const;
/** A link or code that comes later than this many minutes is of no use to anybody any more. */
export const proofUselessAfter = 30;

const batch = 10;
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
 * Delivers all mail that is due. A row is taken for five minutes, with SKIP LOCKED, so that several processes share the
 * work and a row of a process that died comes back by itself; no transaction is open while a mail is sent. The row's id
 * is the idempotency key.
 * @param send another way to send than the configured one
 */
export async function deliverOutbox(send: Transport = transport()): Promise<Delivery> {
  const result: Delivery = { delivered: 0, postponed: 0, givenUp: 0 };
  for (;;) {
    const rows = await take();
    if (rows.length === 0) return result;
    for (const row of rows) result[await deliver(row, send)]++;
  }
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

type Row = Awaited<ReturnType<typeof take>>[number];

async function deliver(row: Row, send: Transport): Promise<keyof Delivery> {
  if (row.attempts > pauses.length + 1 || (row.proofId && row.age > proofUselessAfter * 60)) return giveUp(row, "too late");
  try {
    const mail = await composeMail(row);
    if (mail) await send(mail, `buurhof-${row.id}`);
    await asWorker((tx) => tx.update(outbox).set({ deliveredAt: sql`now()`, lastError: null }).where(eq(outbox.id, row.id)));
    return "delivered";
  } catch (error) {
    // Only our own words are kept: what a mail server says may hold an address.
    const why = error instanceof MailError ? error.message : `compose: ${error instanceof Error ? error.name : "error"}`;
    const pause = pauses[row.attempts - 1];
    if (pause === undefined) return giveUp(row, why);
    await asWorker((tx) => tx.update(outbox).set({ lastError: why, deliverAfter: sql`now() + ${minutes(pause)}` }).where(eq(outbox.id, row.id)));
    return "postponed";
  }
}

async function giveUp(row: Row, why: string): Promise<"givenUp"> {
  await asWorker((tx) => tx.update(outbox).set({ givenUpAt: sql`now()`, lastError: why }).where(eq(outbox.id, row.id)));
  console.error(`mail ${row.id} (${row.template}) was given up after ${row.attempts} tries: ${why}`);
  return "givenUp";
}
