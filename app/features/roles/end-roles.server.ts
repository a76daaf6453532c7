import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent, roleEvent, roleGrant } from "../../../db/schema/people.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/**
 * Ends roles where nobody is asking: for who runs the site, and for who leaves. Works from the next request on.
 * @param actorId who did it; null is who runs the site
 * @returns how many were ended
 */
export async function endRoles(tx: WorkerTx, which: SQL | undefined, actorId: string | null): Promise<number> {
  const ended = await tx.update(roleGrant).set({ endedAt: sql`now()` }).where(and(which, isNull(roleGrant.endedAt))).returning();
  for (const { id, accountId, role, neighbourhoodCode, municipalityCode, streetId, buildingId, endsOn } of ended) {
    await tx.insert(roleEvent).values({ deed: "ended", role, neighbourhoodCode, municipalityCode, streetId, buildingId, endsOn, actorId, subjectId: accountId, grantId: id });
    await journal(tx, { kind: "role_end", id });
  }
  await endContactConsents(tx, ended.map(({ id }) => id));
  return ended.length;
}

/** For the daily job: closes roles whose last day is over. They stopped working by themselves. */
export async function closeLapsedRoles(tx: WorkerTx): Promise<void> {
  const lapsed = await tx
    .update(roleGrant)
    .set({ endedAt: sql`now()` })
    .where(and(isNull(roleGrant.endedAt), sql`${roleGrant.endsOn} < viewer.today()`))
    .returning({ id: roleGrant.id });
  await endContactConsents(tx, lapsed.map(({ id }) => id));
}

async function endContactConsents(tx: WorkerTx, grantIds: string[]): Promise<void> {
  if (grantIds.length === 0) return;
  await tx.update(consent).set({ withdrawnAt: sql`now()` }).where(and(inArray(consent.subjectId, grantIds), eq(consent.purpose, "contact_person"), isNull(consent.withdrawnAt)));
}
