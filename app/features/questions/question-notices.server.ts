import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { membership, resident } from "../../../db/schema/people.ts";
import { answer, question, questionClaim, questionFollow } from "../../../db/schema/questions.ts";
import type { About, NoticeSource } from "../notices/notice-source.ts";

type Recipients = NoticeSource["recipients"];

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** Who follows a question, and who follows what was put together with it. */
const followers: Recipients = async (tx, { subjectId }) =>
  idsOf(
    await tx
      .selectDistinct({ id: questionFollow.residentId })
      .from(questionFollow)
      .innerJoin(question, eq(question.id, questionFollow.questionId))
      .where(sql`${question.id} = ${subjectId} or ${question.mergedIntoId} = ${subjectId}`),
  );

const asker: Recipients = async (tx, { subjectId }) => idsOf(await tx.select({ id: question.residentId }).from(question).where(eq(question.id, subjectId)));
const followersButAsker: Recipients = async (tx, happening) => {
  const [asked] = await asker(tx, happening);
  return (await followers(tx, happening)).filter((id) => id !== asked);
};

/** Everybody who lives where a question was asked; who can't see it falls off later. */
const neighbours: Recipients = async (tx, { neighbourhoodCode }) =>
  idsOf(await tx.select({ id: membership.residentId }).from(membership).where(and(eq(membership.neighbourhoodCode, neighbourhoodCode), isNull(membership.endedAt))));

const claimer: Recipients = async (tx, { causeId }) => (causeId ? idsOf(await tx.select({ id: questionClaim.residentId }).from(questionClaim).where(eq(questionClaim.id, causeId))) : []);
const author: Recipients = async (tx, { causeId }) => (causeId ? idsOf(await tx.select({ id: answer.residentId }).from(answer).where(eq(answer.id, causeId))) : []);

/** Who gave an outcome, who asked, and those who say that they live in a home for which it holds: by a question of their own about such a home. */
const whoMayKnow: Recipients = async (tx, happening) => {
  const alike = await tx
    .selectDistinct({ id: resident.id })
    .from(answer)
    .innerJoin(question, and(eq(question.neighbourhoodCode, answer.neighbourhoodCode), ne(question.id, answer.questionId), isNull(question.withdrawnAt)))
    .innerJoin(resident, eq(resident.id, question.residentId))
    .where(
      and(
        eq(answer.id, happening.causeId ?? happening.subjectId),
        sql`(${question.dwellingType} = any (${answer.dwellingTypes}) or ${question.buildingPeriod} = any (${answer.buildingPeriods}))`,
      ),
    );
  return [...new Set([...(await author(tx, happening)), ...(await asker(tx, happening)), ...idsOf(alike)])];
};

const seen = ({ subjectId }: About) => sql`exists (select from question q where q.id = ${subjectId} and q.withdrawn_at is null and q.hidden_at is null)`;
const withAnswer = (about: About) => sql`${seen(about)} and exists (select from answer a where a.id = ${about.causeId} and a.withdrawn_at is null and a.hidden_at is null)`;
const title = ({ subjectId }: About): SQL => sql`(select q.title from question q where q.id = ${subjectId})`;
const source = (recipients: Recipients, visible: NoticeSource["visible"] = seen): NoticeSource => ({ recipients, visible, title });

/** What happens to questions. The subject is the question; the cause is the answer, the claim, the parking or the merging. */
export const questionNotices = {
  "question-asked": source(neighbours),
  "question-answered": source(asker, withAnswer),
  "question-answered-too": source(followersButAsker, withAnswer),
  "question-claimed": source(followers, (about) => sql`${seen(about)} and exists (select from question_claim c where c.id = ${about.causeId} and c.released_at is null)`),
  "question-claim-due": source(claimer, (about) => sql`${seen(about)} and exists (select from question_claim c where c.id = ${about.causeId} and c.released_at is null)`),
  "question-claim-released": source(followers, (about) => sql`${seen(about)} and exists (select from question_claim c where c.id = ${about.causeId})`),
  "question-outcome": source(followers, withAnswer),
  "question-outcome-accepted": source(author, withAnswer),
  "question-stale": source(whoMayKnow, withAnswer),
  "question-parked": source(followers, (about) => sql`${seen(about)} and exists (select from question_parking p where p.id = ${about.causeId} and p.returned_at is null)`),
  "question-returned": source(followers),
  "question-merged": source(followers, (about) => sql`${seen(about)} and exists (select from question_merge m where m.id = ${about.causeId} and m.undone_at is null)`),
  "answer-thanked": source(author, withAnswer),
} satisfies Record<string, NoticeSource>;
