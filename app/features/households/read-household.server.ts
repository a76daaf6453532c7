import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { account, householdInvitation } from "../../../db/schema/auth.ts";
import { joinRequest, membership, resident as residentTable } from "../../../db/schema/people.ts";
import { asAuth, asViewer } from "../../../db/viewer.server.ts";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { type HomeClaim, homeClaims } from "../addresses/home-claims.server.ts";
import type { Resident } from "../session/viewer.ts";

export type HouseholdPage = {
  adults: { name: string | null; since: Date; me: boolean }[];
  requests: { id: string; name: string; at: Date }[];
  invitations: { id: string; email: string; at: Date }[];
  email: string;
  /** What others say of this address. */
  claims: HomeClaim[];
  /** When somebody confirmed this household at its door. */
  confirmedAt: Date | null;
};

/** One's own household: who is in it, who asks to come, who was invited. Nobody's log-ins or e-mail address but one's own. */
export async function readHousehold(resident: Resident): Promise<HouseholdPage> {
  const own = await asViewer(resident, async (tx) => ({
    adults: await tx
      .select({ name: residentTable.displayName, since: membership.startedAt, me: sql<boolean>`${membership.residentId} = ${resident.residentId}` })
      .from(membership)
      .innerJoin(residentTable, eq(residentTable.id, membership.residentId))
      .where(and(eq(membership.householdId, resident.householdId), isNull(membership.endedAt)))
      .orderBy(asc(membership.startedAt)),
    requests: await tx
      .select({ id: joinRequest.id, name: joinRequest.requesterName, at: joinRequest.createdAt })
      .from(joinRequest)
      .where(and(eq(joinRequest.householdId, resident.householdId), isNull(joinRequest.decidedAt)))
      .orderBy(asc(joinRequest.createdAt)),
    claims: await homeClaims(tx, resident),
    confirmedAt: (await tx.select({ at: addressClaim.provenAt }).from(addressClaim).where(and(eq(addressClaim.householdId, resident.householdId), eq(addressClaim.way, "door"))).limit(1))[0]?.at ?? null,
  }));
  const [invitations, [self]] = await asAuth(async (tx) => [
    await tx
      .select({ id: householdInvitation.id, email: householdInvitation.email, at: householdInvitation.createdAt })
      .from(householdInvitation)
      .where(
        and(
          eq(householdInvitation.householdId, resident.householdId),
          eq(householdInvitation.invitedBy, resident.accountId),
          isNull(householdInvitation.acceptedAt),
          isNull(householdInvitation.revokedAt),
          gt(householdInvitation.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(householdInvitation.createdAt)),
    await tx.select({ email: account.email }).from(account).where(eq(account.id, resident.accountId)),
  ]);
  return { ...own, invitations, email: self?.email ?? "" };
}
