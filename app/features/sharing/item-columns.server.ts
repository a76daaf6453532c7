import { eq, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import { street } from "../../../db/schema/register.ts";
import { questionPhoto } from "../../../db/schema/questions.ts";
import { type Horizon, type ItemTable, measure, type MeasureState, photo, question, story, type StoryIndicator, wish, wishJoin } from "../../../db/schema/sharing.ts";
import type { Audience } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { ListedKind, SharedItem } from "./shared-item.ts";

const excerptLength = 180;
const isoFormat = 'YYYY-MM-DD"T"HH24:MI:SS"Z"';

/** Microseconds since 1970 as digits: a JavaScript date has none, and a cursor must not skip. */
const micros = (column: AnyPgColumn) => sql<string | null>`(extract(epoch from ${column}) * 1000000)::bigint::text`;

/** Measures, wishes, stories and questions as one list, each with its own conditions; `limit` holds for each of the four. */
export function itemRows(tx: ViewerTx, conditions: Record<ListedKind, SQL | undefined>, order: (item: ItemTable) => SQL[], limit: number) {
  const measures = tx
    .select({
      type: sql<ListedKind>`'measure'`.as("type"),
      id: sql<string>`${measure.id}`.as("id"),
      kind: sql<string | null>`${measure.kind}`.as("kind"),
      title: sql<string | null>`null::text`.as("title"),
      state: sql<MeasureState | null>`${measure.state}`.as("state"),
      year: sql<number | null>`${measure.year}`.as("year"),
      horizon: sql<Horizon | null>`null::text`.as("horizon"),
      indicator: sql<StoryIndicator | null>`null::text`.as("indicator"),
      excerpt: sql<string | null>`left(${measure.experience}, ${excerptLength})`.as("excerpt"),
      shownName: sql<string | null>`${measure.shownName}`.as("shown_name"),
      streetName: sql<string>`${street.name}`.as("street_name"),
      sharedMicros: micros(measure.sharedAt).as("shared_micros"),
      photoId: sql<string | null>`(select p.id from ${photo} p where p.measure_id = ${measure.id} order by p.created_at limit 1)`.as("photo_id"),
      joined: sql<number>`0`.as("joined"),
      householdId: sql<string>`${measure.householdId}`.as("household_id"),
      audience: sql<Audience>`${measure.audience}`.as("audience"),
      narrowedAt: sql<string | null>`to_char(${measure.narrowedAt} at time zone 'UTC', ${isoFormat})`.as("narrowed_at"),
      withdrawnAt: sql<string | null>`to_char(${measure.withdrawnAt} at time zone 'UTC', ${isoFormat})`.as("withdrawn_at"),
      hiddenAt: sql<string | null>`to_char(${measure.hiddenAt} at time zone 'UTC', ${isoFormat})`.as("hidden_at"),
    })
    .from(measure)
    .innerJoin(street, eq(street.id, measure.streetId))
    .where(conditions.measure)
    .orderBy(...order(measure))
    .limit(limit);
  const wishes = tx
    .select({
      type: sql<ListedKind>`'wish'`.as("type"),
      id: sql<string>`${wish.id}`.as("id"),
      kind: sql<string | null>`${wish.kind}`.as("kind"),
      title: sql<string | null>`${wish.title}`.as("title"),
      state: sql<MeasureState | null>`null::text`.as("state"),
      year: sql<number | null>`null::smallint`.as("year"),
      horizon: sql<Horizon | null>`${wish.horizon}`.as("horizon"),
      indicator: sql<StoryIndicator | null>`null::text`.as("indicator"),
      excerpt: sql<string | null>`left(${wish.note}, ${excerptLength})`.as("excerpt"),
      shownName: sql<string | null>`${wish.shownName}`.as("shown_name"),
      streetName: sql<string>`${street.name}`.as("street_name"),
      sharedMicros: micros(wish.sharedAt).as("shared_micros"),
      photoId: sql<string | null>`null::uuid`.as("photo_id"),
      joined: sql<number>`(select count(*)::int from ${wishJoin} j where j.wish_id = ${wish.id})`.as("joined"),
      householdId: sql<string>`${wish.householdId}`.as("household_id"),
      audience: sql<Audience>`${wish.audience}`.as("audience"),
      narrowedAt: sql<string | null>`to_char(${wish.narrowedAt} at time zone 'UTC', ${isoFormat})`.as("narrowed_at"),
      withdrawnAt: sql<string | null>`to_char(${wish.withdrawnAt} at time zone 'UTC', ${isoFormat})`.as("withdrawn_at"),
      hiddenAt: sql<string | null>`to_char(${wish.hiddenAt} at time zone 'UTC', ${isoFormat})`.as("hidden_at"),
    })
    .from(wish)
    .innerJoin(street, eq(street.id, wish.streetId))
    .where(conditions.wish)
    .orderBy(...order(wish))
    .limit(limit);
  const stories = tx
    .select({
      type: sql<ListedKind>`'story'`.as("type"),
      id: sql<string>`${story.id}`.as("id"),
      kind: sql<string | null>`null::text`.as("kind"),
      title: sql<string | null>`${story.title}`.as("title"),
      state: sql<MeasureState | null>`null::text`.as("state"),
      year: sql<number | null>`null::smallint`.as("year"),
      horizon: sql<Horizon | null>`null::text`.as("horizon"),
      indicator: sql<StoryIndicator | null>`${story.indicator}`.as("indicator"),
      excerpt: sql<string | null>`left(${story.body}, ${excerptLength})`.as("excerpt"),
      shownName: sql<string | null>`${story.shownName}`.as("shown_name"),
      streetName: sql<string>`${street.name}`.as("street_name"),
      sharedMicros: micros(story.sharedAt).as("shared_micros"),
      photoId: sql<string | null>`null::uuid`.as("photo_id"),
      joined: sql<number>`0`.as("joined"),
      householdId: sql<string>`${story.householdId}`.as("household_id"),
      audience: sql<Audience>`${story.audience}`.as("audience"),
      narrowedAt: sql<string | null>`to_char(${story.narrowedAt} at time zone 'UTC', ${isoFormat})`.as("narrowed_at"),
      withdrawnAt: sql<string | null>`to_char(${story.withdrawnAt} at time zone 'UTC', ${isoFormat})`.as("withdrawn_at"),
      hiddenAt: sql<string | null>`to_char(${story.hiddenAt} at time zone 'UTC', ${isoFormat})`.as("hidden_at"),
    })
    .from(story)
    .innerJoin(street, eq(street.id, story.streetId))
    .where(conditions.story)
    .orderBy(...order(story))
    .limit(limit);
  const questions = tx
    .select({
      type: sql<ListedKind>`'question'`.as("type"),
      id: sql<string>`${question.id}`.as("id"),
      kind: sql<string | null>`null::text`.as("kind"),
      title: sql<string | null>`${question.title}`.as("title"),
      state: sql<MeasureState | null>`null::text`.as("state"),
      year: sql<number | null>`null::smallint`.as("year"),
      horizon: sql<Horizon | null>`null::text`.as("horizon"),
      indicator: sql<StoryIndicator | null>`null::text`.as("indicator"),
      excerpt: sql<string | null>`left(${question.body}, ${excerptLength})`.as("excerpt"),
      shownName: sql<string | null>`${question.shownName}`.as("shown_name"),
      streetName: sql<string>`${street.name}`.as("street_name"),
      sharedMicros: micros(question.sharedAt).as("shared_micros"),
      photoId: sql<string | null>`(select p.id from ${questionPhoto} p where p.question_id = ${question.id})`.as("photo_id"),
      joined: sql<number>`0`.as("joined"),
      householdId: sql<string>`${question.householdId}`.as("household_id"),
      audience: sql<Audience>`${question.audience}`.as("audience"),
      narrowedAt: sql<string | null>`to_char(${question.narrowedAt} at time zone 'UTC', ${isoFormat})`.as("narrowed_at"),
      withdrawnAt: sql<string | null>`to_char(${question.withdrawnAt} at time zone 'UTC', ${isoFormat})`.as("withdrawn_at"),
      hiddenAt: sql<string | null>`to_char(${question.hiddenAt} at time zone 'UTC', ${isoFormat})`.as("hidden_at"),
    })
    .from(question)
    .innerJoin(street, eq(street.id, question.streetId))
    .where(conditions.question)
    .orderBy(...order(question))
    .limit(limit);
  return unionAll(measures, wishes, stories, questions);
}

export type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];

/** A row as a list shows it to this household. */
export function toSharedItem(row: ItemRow, householdId: string): SharedItem {
  const { type, id, title, state, year, horizon, indicator, excerpt, shownName, streetName, sharedMicros, photoId, joined } = row;
  return {
    type,
    id,
    kind: row.kind !== null && isMeasureKind(row.kind) ? row.kind : null,
    title,
    state,
    year,
    horizon,
    indicator,
    excerpt,
    shownName,
    streetName,
    sharedAt: sharedMicros && new Date(Number(sharedMicros) / 1000).toISOString(),
    photoId,
    joined: Number(joined),
    own: row.householdId === householdId,
  };
}
