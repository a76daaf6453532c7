import { and, count, countDistinct, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { answer, question } from "../../../db/schema/questions.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { type MeasureKind, measureKinds } from "../measures/catalogue.ts";
import { doneByNeighbours } from "../measures/neighbours-with-kind.server.ts";
import { standing } from "../questions/question-list.server.ts";
import { seenState } from "../questions/seen-state.server.ts";
import type { Resident } from "../session/viewer.ts";
import { visitsFor } from "../visits/list-visits.server.ts";
import { standingOutcomes } from "./outcomes-about.server.ts";

/** How much this resident can read of a kind of measure, and how many may be asked or visited. */
export type KindKnown = { kind: MeasureKind; outcomes: number; open: number; homes: number; koplopers: number; visits: number };

/** What neighbours know, by kind of measure and as far as this resident sees it: where something was found out first. Kinds of which nothing is known are left out. */
export async function kindsKnown(tx: ViewerTx, resident: Resident): Promise<KindKnown[]> {
  const state = await seenState(tx);
  const outcomes = counted(await tx.select({ kind: question.measureKind, many: count() }).from(question).innerJoin(answer, eq(answer.questionId, question.id)).where(standingOutcomes(resident)).groupBy(question.measureKind));
  const open = counted(await tx.select({ kind: question.measureKind, many: count() }).from(question).where(and(standing(resident), inArray(state, ["open", "claimed"]), isNotNull(question.measureKind))).groupBy(question.measureKind));
  const homes = counted(await tx.select({ kind: measure.kind, many: countDistinct(measure.householdId) }).from(measure).where(doneByNeighbours(resident)).groupBy(measure.kind));
  // At which opening each may be asked is no matter here, and would cost a look at all openings for each.
  const koplopers = counted(await tx.select({ kind: sql<string>`u.kind`, many: count() }).from(sql`viewer.koplopers_seen() k cross join lateral unnest(k.kinds) u(kind)`).groupBy(sql`u.kind`));
  const visits = (await visitsFor(tx, null)).flatMap(({ visit }) => visit.kinds);
  return measureKinds
    .map((kind) => ({ kind, outcomes: outcomes.get(kind) ?? 0, open: open.get(kind) ?? 0, homes: homes.get(kind) ?? 0, koplopers: koplopers.get(kind) ?? 0, visits: visits.filter((each) => each === kind).length }))
    .filter((known) => known.outcomes + known.open + known.homes + known.koplopers + known.visits > 0)
    .toSorted((a, b) => b.outcomes - a.outcomes || b.open - a.open || b.homes - a.homes);
}

function counted(rows: { kind: string | null; many: number }[]): Map<string | null, number> {
  return new Map(rows.map(({ kind, many }) => [kind, Number(many)]));
}
