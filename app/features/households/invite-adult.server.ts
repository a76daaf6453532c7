import { and, eq, isNull, sql } from "drizzle-orm";
import { householdInvitation } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";
import { consume } from "../session/rate-limits.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Days in which an invitation can be accepted. */
export const invitationDays = 14;

/**
 * Invites an adult to the household by mail; an earlier open invitation to the same address ends.
 * @param email in small letters
 */
export async function inviteAdult(resident: Resident, email: string, ip: string): Promise<Refusal> {
  const perHousehold = await consume("invitationPerHousehold", resident.householdId);
  if (!perHousehold.ok) return perHousehold;
  const refusal = await refuseTooManyMails(email, ip);
  if (refusal) return refusal;
  const { householdId, accountId, locale } = resident;
  await asAuth(async (tx) => {
    await tx
      .update(householdInvitation)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(householdInvitation.householdId, householdId), eq(householdInvitation.email, email), isNull(householdInvitation.acceptedAt), isNull(householdInvitation.revokedAt)));
    const [made] = await tx
      .insert(householdInvitation)
      .values({ householdId, invitedBy: accountId, email, locale, expiresAt: sql`now() + make_interval(days => ${invitationDays}::int)` })
      .returning({ id: householdInvitation.id });
    await enqueue(tx, "invitation", { subjectId: made!.id });
  });
  return null;
}

/** Takes an open invitation of one's own household back. */
export async function revokeInvitation(resident: Resident, id: string): Promise<boolean> {
  const revoked = await asAuth((tx) =>
    tx
      .update(householdInvitation)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(householdInvitation.id, id), eq(householdInvitation.householdId, resident.householdId), isNull(householdInvitation.acceptedAt), isNull(householdInvitation.revokedAt)))
      .returning({ id: householdInvitation.id }),
  );
  return revoked.length > 0;
}
