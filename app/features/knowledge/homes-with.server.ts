import { and, desc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { building, dwelling, street } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { doneByNeighbours } from "../measures/neighbours-with-kind.server.ts";
import { type HomeTraits, likeMyHome } from "../neighbourhood/homes-like-mine.server.ts";
import type { Resident } from "../session/viewer.ts";

/** A home that has a measure, and what its household tells of it. */
export type HomeWith = Awaited<ReturnType<typeof experiencesWith>>[number];

const shown = 5;
const excerptLength = 300;

const told: SQL = or(isNotNull(measure.experience), isNotNull(measure.wouldDoDifferently))!;

/** What neighbours who did a kind of measure say of it in words, as far as this resident sees it: in homes like theirs first, then in the own street, then the newest. */
export function experiencesWith(tx: ViewerTx, resident: Resident, kind: MeasureKind, traits: HomeTraits | null) {
  return homesWith(tx, resident, traits, and(eq(measure.kind, kind), doneByNeighbours(resident), told)!);
}

/** Neighbours who did it, welcome questions and can answer them, in the same order. */
export function askableWith(tx: ViewerTx, resident: Resident, kind: MeasureKind, traits: HomeTraits | null) {
  return homesWith(tx, resident, traits, and(eq(measure.kind, kind), doneByNeighbours(resident), eq(measure.mayAsk, true), sql`viewer.can_answer(${measure.residentId}, ${measure.householdId})`)!);
}

function homesWith(tx: ViewerTx, resident: Resident, traits: HomeTraits | null, which: SQL) {
  const likeMine = sql<boolean>`coalesce(${(traits && likeMyHome(traits)) ?? sql`false`}, false)`;
  return tx
    .select({
      id: measure.id,
      year: measure.year,
      costRange: measure.costRange,
      satisfaction: measure.satisfaction,
      experience: sql<string | null>`left(${measure.experience}, ${excerptLength})`,
      differently: sql<string | null>`left(${measure.wouldDoDifferently}, ${excerptLength})`,
      shownName: measure.shownName,
      streetName: street.name,
      likeMine,
    })
    .from(measure)
    .innerJoin(street, eq(street.id, measure.streetId))
    .leftJoin(dwelling, eq(dwelling.id, measure.dwellingId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(which)
    .orderBy(desc(likeMine), desc(sql`${measure.streetId} = ${resident.streetId}`), desc(measure.sharedAt), desc(measure.id))
    .limit(shown);
}
