import { and, eq, inArray, isNull, ne, notExists, or, sql, type SQL } from "drizzle-orm";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { block } from "../../../db/schema/sharing.ts";
import type { ViewerSettings, WorkerTx } from "../../../db/viewer.server.ts";
import { factsOf, type ToldKind } from "../notifications/notice-kinds.ts";
import type { Happening } from "./notice-source.ts";

/** Who may be told, as the policies know them when they are not at their screen: without the powers of a second step. */
export type Recipient = ViewerSettings & { residentId: string };

const columns = {
  residentId: resident.id,
  householdId: household.id,
  neighbourhoodCode: household.neighbourhoodCode,
  streetId: household.streetId,
  buildingId: household.buildingId,
};

/** Residents who live here now, have a log-in and have not asked to be erased. */
export async function presentResidents(tx: WorkerTx, which: SQL | undefined): Promise<Recipient[]> {
  const rows = await tx
    .select(columns)
    .from(resident)
    .innerJoin(membership, and(eq(membership.residentId, resident.id), eq(membership.householdId, resident.householdId), isNull(membership.endedAt)))
    .innerJoin(household, and(eq(household.id, resident.householdId), isNull(household.endedAt)))
    .where(and(notExists(tx.select({ one: sql`1` }).from(erasure).where(eq(erasure.accountId, resident.id))), which));
  return rows.map((row) => ({ ...row, moderates: [] }));
}

/**
 * Those of some residents who may hear of a happening, what they can see of it apart: here, not who did it, not in a block with
 * who did it in either direction, and not who said "nu niet", unless it is about what they agreed on themselves.
 */
export async function mayHear(tx: WorkerTx, kind: ToldKind, happening: Happening, ids: readonly string[]): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  const { actorId } = happening;
  return presentResidents(
    tx,
    and(
      inArray(resident.id, [...new Set(ids)]),
      eq(resident.neighbourhoodCode, happening.neighbourhoodCode),
      factsOf(kind).evenNotNow ? undefined : sql`${resident.involvement} is distinct from 'not_now'`,
      actorId === null ? undefined : and(ne(resident.id, actorId), notExists(tx.select({ one: sql`1` }).from(block).where(blocks(tx, actorId)))),
    ),
  );
}

/** Blocks between an actor and a resident: each is a person's, and is of a whole household. */
function blocks(tx: WorkerTx, actorId: string): SQL | undefined {
  const homeOfActor = tx.select({ id: membership.householdId }).from(membership).where(and(eq(membership.residentId, actorId), isNull(membership.endedAt)));
  return or(and(eq(block.residentId, resident.id), inArray(block.blockedHouseholdId, homeOfActor)), and(eq(block.residentId, actorId), eq(block.blockedHouseholdId, household.id)));
}
