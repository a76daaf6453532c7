import { and, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { signup } from "../../../db/schema/auth.ts";
import { membership } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { completeSignup } from "../households/end-signup.server.ts";
import { openSignup } from "../households/current-signup.server.ts";
import { makeHousehold } from "../households/make-household.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";

/**
 * Begins the households whose claim is proven and due: at once where nobody lives, 14 days later where somebody does and
 * nobody objected. May be repeated, and cut off.
 * @param only this claim, because it was proven a moment ago
 * @returns how many began
 */
export async function startClaims(only?: string): Promise<number> {
  let started = 0;
  const due = await asAuth((tx) => tx.select({ id: addressClaim.id }).from(addressClaim).where(and(isDue, only ? eq(addressClaim.id, only) : undefined)));
  for (const { id } of due) if (await startClaim(id, only === undefined)) started++;
  return started;
}

const isDue = and(
  inArray(addressClaim.way, ["vouch", "door"]),
  lte(addressClaim.startsAt, sql`now()`),
  isNull(addressClaim.startedAt),
  isNull(addressClaim.endedAt),
  or(isNull(addressClaim.objectedAt), eq(addressClaim.outcome, "stays")),
);

async function startClaim(id: string, later: boolean): Promise<boolean> {
  return asAuth(async (tx) => {
    const [claim] = await tx
      .select({ id: addressClaim.id, accountId: addressClaim.accountId, signupId: addressClaim.signupId, dwellingId: addressClaim.dwellingId, way: addressClaim.way, proven: addressClaim.provenAt })
      .from(addressClaim)
      .where(and(eq(addressClaim.id, id), isDue))
      .for("update", { skipLocked: true });
    if (!claim) return false;
    const [open] = await tx.select({ id: signup.id }).from(signup).where(and(eq(signup.id, claim.signupId!), openSignup)).for("update");
    const [home] = await tx.select({ id: membership.id }).from(membership).where(and(eq(membership.residentId, claim.accountId), isNull(membership.endedAt)));
    if (!open || home) {
      await tx.update(addressClaim).set({ endedAt: sql`now()` }).where(eq(addressClaim.id, id));
      return false;
    }
    const { householdId } = await makeHousehold(tx, claim.accountId, claim.dwellingId, claim.way as "vouch" | "door");
    await tx.update(addressClaim).set({ startedAt: sql`now()`, householdId }).where(eq(addressClaim.id, id));
    await completeSignup(tx, open.id);
    if (later) await enqueue(tx, "claim-started", { accountId: claim.accountId });
    // Who waits for this address to begin was there before anybody lived here; these are told as well.
    const [waiting] = await tx
      .select({ id: addressClaim.id })
      .from(addressClaim)
      .where(and(eq(addressClaim.dwellingId, claim.dwellingId), ne(addressClaim.id, id), isNotNull(addressClaim.provenAt), isNull(addressClaim.startedAt), isNull(addressClaim.endedAt), ne(addressClaim.way, "gone")))
      .limit(1);
    if (waiting) await enqueue(tx, "address-claimed", { accountId: claim.accountId });
    return true;
  });
}
