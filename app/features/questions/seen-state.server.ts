import { type SQL, sql } from "drizzle-orm";
import type { QuestionState } from "../../../db/schema/choices.ts";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/**
 * How a question stands by what this viewer sees. The column says it for who sees all beneath a question; somebody who blocked, or
 * whom somebody blocked, may not see a claim or an outcome that made it what it is, and for them it is worked out anew.
 */
export async function seenState(tx: ViewerTx): Promise<SQL<QuestionState>> {
  const [blocks] = await tx.select({ any: sql<boolean>`cardinality(viewer.blocked_households()) + cardinality(viewer.blocked_by()) > 0` }).from(sql`(select) as nothing`);
  return blocks?.any ? sql<QuestionState>`viewer.question_state(${question.id})` : sql<QuestionState>`${question.state}`;
}
