import { and, desc, eq, getTableColumns, inArray } from "drizzle-orm";
import { letterBatch } from "../../../db/schema/letters.ts";
import { neighbourhood, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

const columns = getTableColumns(letterBatch);

function found(tx: ViewerTx, { moderates }: Moderator, id?: string) {
  return tx
    .select({ ...columns, neighbourhoodName: neighbourhood.name, streetName: street.name })
    .from(letterBatch)
    .innerJoin(neighbourhood, eq(neighbourhood.code, letterBatch.neighbourhoodCode))
    .leftJoin(street, eq(street.id, letterBatch.streetId))
    .where(and(inArray(letterBatch.neighbourhoodCode, [...moderates]), id ? eq(letterBatch.id, id) : undefined))
    .orderBy(desc(letterBatch.createdAt));
}

/** A batch of letters: what was chosen, how far it is, who fetched it when. */
export type BatchFacts = Awaited<ReturnType<typeof found>>[number];

/** The last fifty batches in the neighbourhoods of this moderator, newest first. */
export async function letterBatches(tx: ViewerTx, moderator: Moderator): Promise<BatchFacts[]> {
  return found(tx, moderator).limit(50);
}

/** One batch, or null when there is none for this moderator. */
export async function letterBatchOf(tx: ViewerTx, moderator: Moderator, id: string): Promise<BatchFacts | null> {
  const [row] = await found(tx, moderator, id);
  return row ?? null;
}
