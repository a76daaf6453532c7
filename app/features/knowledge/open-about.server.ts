import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { askedOf, type HomeKind } from "../questions/homes-like.server.ts";
import { listed, type ListedQuestion, standing, toListed } from "../questions/question-list.server.ts";
import { seenState } from "../questions/seen-state.server.ts";
import type { Resident } from "../session/viewer.ts";

const shown = 3;

/** Questions about a kind of measure that still wait for an outcome, those about homes like the own one first, then the newest. @returns the first three, and how many there are */
export async function openAbout(tx: ViewerTx, resident: Resident, kind: MeasureKind, home: HomeKind | null): Promise<{ count: number; questions: ListedQuestion[] }> {
  const state = await seenState(tx);
  const open = and(standing(resident), eq(question.measureKind, kind), inArray(state, ["open", "claimed"]));
  const [total] = await tx.select({ questions: count() }).from(question).where(open);
  const rows = await listed(tx, state)
    .where(open)
    .orderBy(desc(sql`coalesce(${home ? askedOf(home) : sql`false`}, false)`), desc(question.sharedAt), desc(question.id))
    .limit(shown);
  return { count: Number(total?.questions ?? 0), questions: rows.map((row) => toListed(row, resident)) };
}
