import { and, eq, type SQL, sql } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

// A policy keeps conditions that could leak off an index of all neighbourhoods; the rows of one's own are few, and compared one by one.

/** The words of a text in Dutch stems; each of them may match (`|`) or all must (`&`). */
const stems = (text: string, joint: "|" | "&") => sql`replace(plainto_tsquery('dutch', ${text})::text, '&', ${joint})::tsquery`;

/** How alike two titles are by their letters, from 0 to 1: what finds "warmptepomp". */
export const alikeness = (text: string) => sql<number>`greatest(similarity(${question.title}, ${text}), word_similarity(${text}, ${question.title}))`;
/** From this on a title is taken for a misspelt match. */
const alikeEnough = 0.45;

/** How well a question matches at least one word. */
export const rankOf = (text: string) => sql<number>`ts_rank(${question.search}, ${stems(text, "|")})`;
export const sharesAWord = (text: string): SQL => sql`${question.search} @@ ${stems(text, "|")}`;
export const isAlike = (text: string): SQL => sql`${alikeness(text)} >= ${alikeEnough}`;

/** Which questions a search finds: those with all its words, and where there are none those that are spelt much like it. */
export async function matching(tx: ViewerTx, resident: Resident, text: string): Promise<SQL> {
  const withAll = sql`${question.search} @@ ${stems(text, "&")}`;
  const [found] = await tx.select({ id: question.id }).from(question).where(and(eq(question.neighbourhoodCode, resident.neighbourhoodCode), withAll)).limit(1);
  return found ? withAll : isAlike(text);
}
