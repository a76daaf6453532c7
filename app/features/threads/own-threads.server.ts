import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { street } from "../../../db/schema/register.ts";
import { type AskedAbout, privateMessage, privateThread } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

const mostThreads = 100;
const mostMessages = 500;

/** A thread as one of the two reads it: with whom, about what, and whether it goes on. The other's ids stay on the server. */
export type OwnThread = {
  id: string;
  aboutKind: AskedAbout;
  measureKind: MeasureKind | null;
  /** What it is about, while it is shared with who reads. */
  measureId: string | null;
  koploperId: string | null;
  /** Whether this resident asked. */
  asked: boolean;
  shownName: string | null;
  streetName: string;
  lastMessageAt: Date;
  endedAt: Date | null;
  endedByMe: boolean;
};

const askerStreet = alias(street, "asker_street");
const askedStreet = alias(street, "asked_street");

const threads = (tx: ViewerTx) =>
  tx
    .select({
      id: privateThread.id,
      aboutKind: privateThread.aboutKind,
      measureKind: privateThread.measureKind,
      koploperId: sql<string | null>`case when ${privateThread.aboutKind} = 'koploper' then (select k.id from viewer.koplopers_seen() k where k.id = ${privateThread.aboutId}) end`,
      measureId: sql<string | null>`(select m.id from measure m where ${privateThread.aboutKind} = 'measure' and m.id = ${privateThread.aboutId} and m.withdrawn_at is null)`,
      askerId: privateThread.askerId,
      askerName: privateThread.askerName,
      askedName: privateThread.askedName,
      askerStreet: askerStreet.name,
      askedStreet: askedStreet.name,
      lastMessageAt: privateThread.lastMessageAt,
      endedAt: privateThread.endedAt,
      endedBy: privateThread.endedBy,
    })
    .from(privateThread)
    .innerJoin(askerStreet, eq(askerStreet.id, privateThread.askerStreetId))
    .innerJoin(askedStreet, eq(askedStreet.id, privateThread.askedStreetId));

type Row = Awaited<ReturnType<typeof threads>>[number];

function asRead({ askerId, askerName, askedName, askerStreet: theirs, askedStreet: other, endedBy, measureKind, ...rest }: Row, { residentId }: Resident): OwnThread {
  const asked = askerId === residentId;
  return {
    ...rest,
    asked,
    measureKind: measureKind && isMeasureKind(measureKind) ? measureKind : null,
    shownName: asked ? askedName : askerName,
    streetName: asked ? other : theirs,
    endedByMe: endedBy === residentId,
  };
}

/** The threads of this resident, the newest message first; each with whether the last word was the other's, which asks for an answer. */
export async function ownThreads(tx: ViewerTx, resident: Resident): Promise<(OwnThread & { myTurn: boolean })[]> {
  const rows = await threads(tx).orderBy(desc(privateThread.lastMessageAt)).limit(mostThreads);
  const last = await tx
    .selectDistinctOn([privateMessage.threadId], { threadId: privateMessage.threadId, residentId: privateMessage.residentId })
    .from(privateMessage)
    .where(sql`${privateMessage.body} is not null`)
    .orderBy(privateMessage.threadId, desc(privateMessage.createdAt));
  const byOther = new Set(last.filter(({ residentId }) => residentId !== resident.residentId).map(({ threadId }) => threadId));
  return rows.map((row) => ({ ...asRead(row, resident), myTurn: row.endedAt === null && byOther.has(row.id) }));
}

/** One line of a thread; `body` is null where it was taken back. */
export type ReadMessage = { id: string; own: boolean; body: string | null; createdAt: Date; hidden: boolean };

/** A thread of this resident with all that is left of what the two wrote, oldest first; `open` while there is somebody to write to. Null for anybody else's. */
export async function findThread(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<{ thread: OwnThread; messages: ReadMessage[]; open: boolean } | null> {
  if (!isUuid(id)) return null;
  const [row] = await threads(tx).where(eq(privateThread.id, id));
  if (!row) return null;
  const messages = await tx
    .select({ id: privateMessage.id, residentId: privateMessage.residentId, body: privateMessage.body, createdAt: privateMessage.createdAt, hiddenAt: privateMessage.hiddenAt })
    .from(privateMessage)
    .where(and(eq(privateMessage.threadId, id)))
    .orderBy(desc(privateMessage.createdAt), desc(privateMessage.id))
    .limit(mostMessages);
  const other = await tx.select({ residentId: sql<string>`o.resident_id` }).from(sql`viewer.other_in_thread(${id}::uuid) o`);
  return {
    thread: asRead(row, resident),
    messages: messages.reverse().map(({ residentId, hiddenAt, ...message }) => ({ ...message, own: residentId === resident.residentId, hidden: hiddenAt !== null })),
    open: other.length > 0,
  };
}

/** The newest message of the other in a thread of this resident, by which they are blocked and reported; null where they wrote none. */
export async function messageOfOther(tx: ViewerTx, resident: Resident, threadId: string | undefined): Promise<{ id: string; body: string | null } | null> {
  if (!isUuid(threadId)) return null;
  const [last] = await tx
    .select({ id: privateMessage.id, body: privateMessage.body })
    .from(privateMessage)
    .where(and(eq(privateMessage.threadId, threadId), eq(privateMessage.toResidentId, resident.residentId)))
    .orderBy(desc(privateMessage.createdAt))
    .limit(1);
  return last ?? null;
}
