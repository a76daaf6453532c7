import { and, count, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { journal } from "../../../db/journal.server.ts";
import { mailProof, session, signup } from "../../../db/schema/auth.ts";
import { consent, household, membership, roleGrant } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { measure, wish, wishJoin } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth, asViewer, asWorker, type ViewerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** Between hiding everything and erasing it (days): for who was thrown out by somebody else. */
export const erasureDays = 7;

/**
 * Leaves: hides at once what this account shared, or what the whole household shared when its last adult leaves; then
 * ends the membership, the roles and all sessions. The daily job erases it when it is due.
 */
export async function requestErasure(viewer: AccountViewer): Promise<void> {
  const whole = await asViewer(viewer, async (tx) => {
    const last = await isLastAdult(tx, viewer);
    await hideEverything(tx, viewer, last);
    await tx
      .insert(erasure)
      .values({
        accountId: viewer.accountId,
        householdId: viewer.householdId,
        neighbourhoodCode: viewer.neighbourhoodCode,
        wholeHousehold: last,
        dueAt: sql`now() + make_interval(days => ${erasureDays}::int)`,
      })
      .onConflictDoNothing();
    await journal(tx, { kind: "erasure", id: viewer.residentId });
    await enqueue(tx, "account-leaving", { accountId: viewer.accountId });
    return last;
  });
  await asWorker((tx) => tx.update(roleGrant).set({ endedAt: sql`now()` }).where(and(eq(roleGrant.accountId, viewer.accountId), isNull(roleGrant.endedAt))));
  await asAuth((tx) => endAccess(tx, viewer, whole));
}

/** Whether nobody else lives in the household of this account. */
export async function isLastAdult(tx: ViewerTx, { householdId, residentId }: AccountViewer): Promise<boolean> {
  if (!householdId) return false;
  const [others] = await tx
    .select({ adults: count() })
    .from(membership)
    .where(and(eq(membership.householdId, householdId), isNull(membership.endedAt), ne(membership.residentId, residentId)));
  return Number(others?.adults ?? 0) === 0;
}

async function hideEverything(tx: ViewerTx, { householdId, residentId }: AccountViewer, whole: boolean): Promise<void> {
  if (!householdId) return;
  const concerned = (table: { householdId: PgColumn; residentId: PgColumn }): SQL | undefined =>
    and(eq(table.householdId, householdId), whole ? undefined : eq(table.residentId, residentId));
  const taken = { withdrawnAt: sql`now()`, withdrawnBy: residentId };
  for (const table of [measure, wish]) {
    const hidden = await tx.update(table).set(taken).where(and(concerned(table), isNull(table.withdrawnAt))).returning({ id: table.id });
    for (const { id } of hidden) await journal(tx, { kind: "withdrawal", id });
  }
  await tx.delete(wishJoin).where(concerned(wishJoin));
  await tx.update(consent).set(taken).where(and(concerned(consent), isNull(consent.withdrawnAt)));
}

async function endAccess(tx: AuthTx, { accountId, householdId }: AccountViewer, whole: boolean): Promise<void> {
  const now = sql`now()`;
  const ended = await tx
    .update(membership)
    .set({ endedAt: now, endedReason: "erasure" })
    .where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)))
    .returning({ id: membership.id });
  for (const { id } of ended) await journal(tx, { kind: "membership_end", id });
  if (whole && householdId) await tx.update(household).set({ endedAt: now }).where(and(eq(household.id, householdId), isNull(household.endedAt)));
  await tx.update(signup).set({ endedAt: now }).where(and(eq(signup.accountId, accountId), isNull(signup.endedAt), isNull(signup.completedAt)));
  await tx.delete(mailProof).where(eq(mailProof.accountId, accountId));
  await tx.delete(session).where(eq(session.accountId, accountId));
}
