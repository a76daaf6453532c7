import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { question } from "../../../db/schema/questions.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { consentText } from "../consent/consent-text.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";
import { answersOf, type ShownAnswer } from "./answers-of.server.ts";
import { type FoundQuestion, findQuestion } from "./find-question.server.ts";
import { happeningsOf, type HappeningsOf } from "./happenings-of.server.ts";
import { roleFor } from "./role-for.ts";

/**
 * All that the page of a question shows to this resident, of the questions that were put together with it too.
 * @returns null when they don't see it
 */
export async function questionPage(tx: ViewerTx, resident: Resident, id: string | undefined) {
  const shown = await findQuestion(tx, resident, id);
  if (!shown) return null;
  const merged = await tx
    .select({ id: question.id, title: question.title })
    .from(question)
    .where(and(eq(question.mergedIntoId, shown.id), eq(question.neighbourhoodCode, resident.neighbourhoodCode)));
  const together = merged.map((each) => each.id);
  const { answers, gone } = await answersOf(tx, resident, [shown.id, ...together]);
  const happened = await happeningsOf(tx, resident, shown, together);
  return {
    question: shown,
    merged,
    answers,
    gone,
    ...happened,
    primary: primaryDeed(shown, answers, happened),
    mayDecide: roleFor(resident, shown.own) !== null,
    newId: randomUUID(),
    consent: consentText(resident.locale, { purpose: "share_answer" }, resident).text,
  };
}

/** What the own household wrote to a question that they don't see any more; null where they wrote nothing. */
export async function leftOfQuestion(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<ShownAnswer[] | null> {
  if (!isUuid(id)) return null;
  const own = (await answersOf(tx, resident, [id])).answers.filter((each) => each.own);
  return own.length > 0 ? own : null;
}

/** The one thing that who looks could best do: something with an answer (its id), tell the outcome, answer, or nothing. */
export function primaryDeed(asked: Pick<FoundQuestion, "own" | "state" | "sharedAt" | "mergedIntoId">, answers: readonly Pick<ShownAnswer, "id" | "outcome" | "accepted" | "missing" | "stale">[], { claims, into }: Pick<HappeningsOf, "claims" | "into">): string | null {
  if (asked.sharedAt === null || into) return null;
  if (claims.some(({ mine }) => mine)) return "outcome";
  const stale = answers.find((each) => each.stale);
  if (stale) return stale.id;
  if (asked.own) return answers.find((each) => each.outcome && !each.accepted && !each.missing)?.id ?? null;
  return asked.state === "open" || asked.state === "claimed" ? "answer" : null;
}
