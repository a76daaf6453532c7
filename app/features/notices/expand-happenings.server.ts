import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import { askEachViewer } from "../../../db/ask-each-viewer.server.ts";
import { happening, notice } from "../../../db/schema/notices.ts";
import { asWorker } from "../../../db/viewer.server.ts";
import { mailAtOnce } from "./mail-at-once.server.ts";
import type { Happening } from "./notice-source.ts";
import { mayHear, type Recipient } from "./recipients.server.ts";
import { isTold, sourceOf } from "./sources.server.ts";

const rowsAtOnce = 1000;

const columns = {
  id: happening.id,
  kind: happening.kind,
  neighbourhoodCode: happening.neighbourhoodCode,
  subjectId: happening.subjectId,
  causeId: happening.causeId,
  actorId: happening.actorId,
  createdAt: happening.createdAt,
};

/**
 * Gives everybody who may hear of what happened a notice, and a mail to who wants that at once, each happening once, in the order in which they were told. One that
 * fails keeps its place and is tried again by the next run; it holds up none of the others.
 * @returns how many notices were given
 */
export async function expandHappenings(): Promise<number> {
  const failed: string[] = [];
  let given = 0;
  for (;;) {
    const [next] = await asWorker((tx) =>
      tx
        .select(columns)
        .from(happening)
        .where(and(isNull(happening.expandedAt), failed.length ? notInArray(happening.id, failed) : undefined))
        .orderBy(asc(happening.createdAt), asc(happening.id))
        .limit(1),
    );
    if (!next) return given;
    try {
      given += await expand(next);
    } catch (error) {
      failed.push(next.id);
      console.error(`notices: happening ${next.id} (${next.kind}) could not be told: ${error instanceof Error ? error.name : "error"}`);
    }
  }
}

async function expand(what: Happening): Promise<number> {
  const told = await seenBy(what, await recipientsOf(what));
  return asWorker(async (tx) => {
    // Who comes second, after another process did the same, gives nothing twice.
    const [mine] = await tx.update(happening).set({ expandedAt: sql`now()` }).where(and(eq(happening.id, what.id), isNull(happening.expandedAt))).returning({ id: happening.id });
    if (!mine) return 0;
    const { id: happeningId, kind, subjectId, causeId, createdAt } = what;
    let given = 0;
    for (let from = 0; from < told.length; from += rowsAtOnce) {
      const rows = told.slice(from, from + rowsAtOnce).map(({ residentId }) => ({ residentId, neighbourhoodCode: what.neighbourhoodCode, happeningId, kind, subjectId, causeId, createdAt }));
      given += (await tx.insert(notice).values(rows).onConflictDoNothing().returning({ id: notice.id })).length;
    }
    if (given > 0) await mailAtOnce(tx, happeningId);
    return given;
  });
}

function recipientsOf(what: Happening): Promise<Recipient[]> {
  return asWorker(async (tx) => (isTold(what.kind) ? mayHear(tx, what.kind, what, await sourceOf(what.kind).recipients(tx, what)) : []));
}

/** Those who see it with their own eyes: read as each of them, by the same policies as their pages. */
async function seenBy(what: Happening, recipients: Recipient[]): Promise<Recipient[]> {
  if (!isTold(what.kind)) return [];
  const visible = sourceOf(what.kind).visible({ subjectId: sql`${what.subjectId}::uuid`, causeId: sql`${what.causeId}::uuid` });
  const answers = await askEachViewer<{ seen: boolean }>(recipients.map((viewer) => ({ viewer })), sql`select true as seen where ${visible}`);
  return recipients.filter((_, place) => answers[place]!.length > 0);
}
