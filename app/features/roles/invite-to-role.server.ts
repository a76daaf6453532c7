import { and, eq, isNull, sql } from "drizzle-orm";
import { type Locale, roleInvitation } from "../../../db/schema/auth.ts";
import { roleEvent, type RoleName } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";
import { consume } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** Days in which an invitation to a role can be answered. */
export const invitationDays = 14;

/** A role as it is given: what, where, from which day until and including which (YYYY-MM-DD). */
export type GivenRole = {
  role: RoleName;
  neighbourhoodCode: string | null;
  municipalityCode: string | null;
  streetId: string | null;
  buildingId: string | null;
  /** For whom a property manager answers; null for every other role. */
  organisationId?: string | null;
  startsOn: string;
  endsOn: string;
};

/**
 * Invites somebody to a role by mail; an earlier open invitation of the same address to the same role ends. The database
 * refuses it from who doesn't have the role to give.
 * @param invite.email in small letters
 * @returns how long to wait where somebody invites too much, else null
 */
export async function inviteToRole(viewer: AccountViewer, invite: GivenRole & { email: string; locale: Locale }, ip: string): Promise<Refusal> {
  const perAccount = await consume("roleInvitationPerAccount", viewer.accountId);
  if (!perAccount.ok) return perAccount;
  const refusal = await refuseTooManyMails(invite.email, ip);
  if (refusal) return refusal;
  await asAuth(async (tx) => {
    const { email, locale: _, startsOn: __, organisationId = null, ...given } = invite;
    const same = (["role", "neighbourhoodCode", "municipalityCode", "streetId", "buildingId"] as const).map((name) => sql`${roleInvitation[name]} is not distinct from ${given[name]}`);
    same.push(sql`${roleInvitation.organisationId} is not distinct from ${organisationId}`);
    const open = and(isNull(roleInvitation.acceptedAt), isNull(roleInvitation.declinedAt), isNull(roleInvitation.revokedAt));
    await tx.update(roleInvitation).set({ revokedAt: sql`now()` }).where(and(eq(roleInvitation.email, email), open, ...same));
    const [made] = await tx
      .insert(roleInvitation)
      .values({ ...invite, invitedBy: viewer.accountId, expiresAt: sql`now() + make_interval(days => ${invitationDays}::int)` })
      .returning({ id: roleInvitation.id });
    await tx.insert(roleEvent).values({ deed: "invited", ...given, actorId: viewer.accountId, invitationId: made!.id });
    await enqueue(tx, "role-invitation", { subjectId: made!.id });
  });
  return null;
}
