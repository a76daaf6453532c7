import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { erasureDays, hideForLeaving, isLastAdult } from "../../../db/leaving.server.ts";
import { account, mailProof, session, signup } from "../../../db/schema/auth.ts";
import { household, joinRequest, membership, roleGrant } from "../../../db/schema/people.ts";
import { erasure, ownArchive } from "../../../db/schema/privacy.ts";
import { missingAddress } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth, asViewer, asWorker, type ViewerSettings } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { endRoles } from "../roles/end-roles.server.ts";

/**
 * Leaves: hides at once what this account shared, or what the whole household shared when its last adult leaves; then
 * ends the membership, the roles and all sessions. The daily job erases it when it is due; until then one can stay.
 */
export async function requestErasure(viewer: ViewerSettings & { accountId: string }): Promise<void> {
  const whole = await asViewer(viewer, async (tx) => {
    const { householdId, residentId } = viewer;
    const last = householdId !== null && (await isLastAdult(tx, { householdId, residentId }));
    const hidden = householdId ? await hideForLeaving(tx, { householdId, residentId }, last, sql`now()`) : [];
    for (const id of hidden) await journal(tx, { kind: "withdrawal", id });
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
  // Nothing is left to fetch: who stays asks for it anew.
  await asWorker((tx) => tx.delete(ownArchive).where(eq(ownArchive.accountId, viewer.accountId)));
  await asWorker((tx) => endRoles(tx, eq(roleGrant.accountId, viewer.accountId), viewer.accountId));
  const email = await asAuth((tx) => endAccess(tx, viewer, whole));
  // What they asked of moderators before they had an account is known by their address only.
  if (email) await asWorker((tx) => tx.delete(missingAddress).where(eq(missingAddress.email, email)));
}

async function endAccess(tx: AuthTx, { accountId, householdId }: { accountId: string; householdId: string | null }, whole: boolean): Promise<string | null> {
  const now = sql`now()`;
  const ended = await tx
    .update(membership)
    .set({ endedAt: now, endedReason: "erasure" })
    .where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)))
    .returning({ id: membership.id });
  for (const { id } of ended) await journal(tx, { kind: "membership_end", id });
  if (whole && householdId) await tx.update(household).set({ endedAt: now }).where(and(eq(household.id, householdId), isNull(household.endedAt)));
  const asking = await tx.update(signup).set({ endedAt: now }).where(and(eq(signup.accountId, accountId), isNull(signup.endedAt), isNull(signup.completedAt))).returning({ id: signup.id });
  // Whom they asked to live with reads their name no more, and has nothing left to answer.
  if (asking.length > 0) await tx.update(joinRequest).set({ decidedAt: now, accepted: false }).where(and(inArray(joinRequest.signupId, asking.map(({ id }) => id)), isNull(joinRequest.decidedAt)));
  await tx.delete(mailProof).where(eq(mailProof.accountId, accountId));
  await tx.delete(session).where(eq(session.accountId, accountId));
  const [known] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId));
  return known?.email ?? null;
}
