import { sql } from "drizzle-orm";
import type { Locale } from "../../../db/schema/auth.ts";
import { letterBatch, type LetterChoice } from "../../../db/schema/letters.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";
import type { Batch } from "./batch-work.server.ts";

/** The channel on which a commit tells the job process that letters were ordered. */
export const lettersChannel = "buurhof_letters";

export type Order = {
  neighbourhoodCode: string;
  choice: LetterChoice;
  /** For the letters of one street. */
  streetId?: string | null;
  /** For letters that were asked for: which. */
  letterIds?: string[];
  secondLocale?: Exclude<Locale, "nl"> | null;
  replaces?: string;
};

/** Orders letters; the job makes them. @returns the id of the batch */
export async function orderLetters(tx: ViewerTx, moderator: Moderator, order: Order): Promise<string> {
  const [made] = await tx.insert(letterBatch).values({ ...order, madeBy: moderator.residentId }).returning({ id: letterBatch.id });
  await tx.execute(sql`select pg_notify(${lettersChannel}, '')`);
  return made!.id;
}

/** Whether letters may be ordered once more with the same choice: those of a batch that isn't under way. */
export function mayOrderAgain({ state }: Pick<Batch, "state">): boolean {
  return state !== "waiting" && state !== "making";
}

/** Orders the letters of a batch once more. Addresses whose letter was fetched less than 14 days ago are left out. */
export async function orderAgain(tx: ViewerTx, moderator: Moderator, batch: Pick<Batch, "id" | "neighbourhoodCode" | "choice" | "streetId" | "letterIds" | "secondLocale">): Promise<string> {
  const { id, neighbourhoodCode, choice, streetId, letterIds, secondLocale } = batch;
  return orderLetters(tx, moderator, { neighbourhoodCode, choice, streetId, letterIds, secondLocale, replaces: id });
}
