import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import type { DwellingType, PeriodKey } from "../../../db/schema/choices.ts";
import { answer, question } from "../../../db/schema/questions.ts";

/** The kind of a home, as a question and an outcome name it. */
export type HomeKind = { dwellingType: DwellingType | null; buildingPeriod: PeriodKey | null };

/** Whether an outcome holds for a kind of home, by the kinds that it names (`text[]`); one that names none holds for every home. */
export function holdsFor({ dwellingType, buildingPeriod }: HomeKind, types: SQL, periods: SQL): SQL {
  return and(
    dwellingType ? sql`(${types} = '{}' or ${dwellingType} = any (${types}))` : undefined,
    buildingPeriod ? sql`(${periods} = '{}' or ${buildingPeriod} = any (${periods}))` : undefined,
  )!;
}

/** Said by who asks to be about this kind of home. */
export function askedOf({ dwellingType, buildingPeriod }: HomeKind): SQL {
  return and(
    or(isNotNull(question.dwellingType), isNotNull(question.buildingPeriod)),
    dwellingType ? or(isNull(question.dwellingType), eq(question.dwellingType, dwellingType)) : undefined,
    buildingPeriod ? or(isNull(question.buildingPeriod), eq(question.buildingPeriod, buildingPeriod)) : undefined,
  )!;
}

/** Said to be about this kind of home by who asks, or with an outcome that names it. */
export function aboutHomesLike(home: HomeKind): SQL {
  return or(
    askedOf(home),
    sql`exists (select from ${answer} o where o.question_id = ${question.id} and o.outcome and o.withdrawn_at is null and o.hidden_at is null
      and not (o.dwelling_types = '{}' and o.building_periods = '{}') and ${holdsFor(home, sql`o.dwelling_types`, sql`o.building_periods`)})`,
  )!;
}
