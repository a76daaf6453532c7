import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { account, roleInvitation } from "../../../db/schema/auth.ts";
import { household, membership, roleGrant, type RoleName } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { organisation } from "../../../db/schema/register.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { createSession } from "../session/create-session.server.ts";
import { hashToken } from "../session/prepare-proof.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { logInvitation } from "./change-invitation.server.ts";
import { unanswered } from "./pending-invitations.server.ts";
import { managerName, placeColumns, type RolePlace } from "./role-place.server.ts";

/**
 * "log_in": the invited address has an account, which has to be logged in: nobody answers for another. "leaving": its owner
 * asked to be erased. "no_home": a contact person lives in that street or building. "has_role": there already.
 */
export type RoleInvitationProblem = "expired" | "log_in" | "leaving" | "no_home" | "has_role";

/** Days are YYYY-MM-DD. `isNew` is that accepting makes an account. */
export type OpenRoleInvitation = RolePlace & { role: RoleName; startsOn: string; endsOn: string; organisation: string | null; manager: string | null; isNew: boolean };

/** What an invitation is to, for who may answer it; looking uses up nothing. */
export async function lookAtRoleInvitation(token: string, viewer: AccountViewer | null): Promise<OpenRoleInvitation | RoleInvitationProblem> {
  return asAuth(async (tx) => {
    const invited = await read(tx, token, viewer);
    if (typeof invited === "string") return invited;
    const { role, startsOn, endsOn, organisation, manager, neighbourhoodName, municipalityName, streetName, buildingAddress } = invited;
    return { role, startsOn, endsOn, organisation, manager, neighbourhoodName, municipalityName, streetName, buildingAddress, isNew: invited.accountId === null };
  });
}

/**
 * Accepts an invitation to a role, once; makes an account for the invited address where there is none.
 * @returns the new role, with a Set-Cookie header for who wasn't logged in yet
 */
export async function acceptRoleInvitation(token: string, viewer: AccountViewer | null, request: Request): Promise<{ role: RoleName; grantId: string; setCookie: string | null } | RoleInvitationProblem> {
  return asAuth(async (tx) => {
    const invited = await read(tx, token, viewer);
    if (typeof invited === "string") return invited;
    const { id, email, locale, role, neighbourhoodCode, municipalityCode, streetId, buildingId, organisationId, startsOn, endsOn, invitedBy } = invited;
    const accountId = invited.accountId ?? (await tx.insert(account).values({ email, locale }).returning({ id: account.id }))[0]!.id;
    if (!(await settle(tx, id, { acceptedAt: sql`now()` }))) return "expired";
    const [made] = await tx
      .insert(roleGrant)
      .values({ accountId, role, neighbourhoodCode, municipalityCode, streetId, buildingId, organisationId, startsOn, endsOn, grantedBy: invitedBy, invitationId: id })
      .returning({ id: roleGrant.id });
    await logInvitation(tx, "accepted", { id, role, neighbourhoodCode, municipalityCode, streetId, buildingId, endsOn }, { actorId: accountId, subjectId: accountId, grantId: made!.id });
    return { role, grantId: made!.id, setCookie: viewer ? null : await createSession(tx, accountId, request) };
  });
}

/** Says no to an invitation; nobody asks why. @returns false when it could not be answered (any more) by this viewer */
export async function declineRoleInvitation(token: string, viewer: AccountViewer | null): Promise<boolean> {
  return asAuth(async (tx) => {
    const invited = await read(tx, token, viewer, { declining: true });
    if (typeof invited === "string" || !(await settle(tx, invited.id, { declinedAt: sql`now()` }))) return false;
    // Without an account there is nobody to name: then it is who invited whose invitation was declined.
    await logInvitation(tx, "declined", invited.logged, { actorId: invited.accountId ?? invited.invitedBy, subjectId: invited.accountId ?? undefined });
    return true;
  });
}

async function settle(tx: AuthTx, id: string, answer: { acceptedAt: SQL } | { declinedAt: SQL }): Promise<boolean> {
  const used = await tx.update(roleInvitation).set(answer).where(and(eq(roleInvitation.id, id), unanswered)).returning({ id: roleInvitation.id });
  return used.length === 1;
}

async function read(tx: AuthTx, token: string, viewer: AccountViewer | null, { declining = false } = {}) {
  const [invited] = await tx
    .select({
      id: roleInvitation.id,
      email: roleInvitation.email,
      locale: roleInvitation.locale,
      role: roleInvitation.role,
      neighbourhoodCode: roleInvitation.neighbourhoodCode,
      municipalityCode: roleInvitation.municipalityCode,
      streetId: roleInvitation.streetId,
      buildingId: roleInvitation.buildingId,
      organisationId: roleInvitation.organisationId,
      manager: managerName(roleInvitation),
      startsOn: roleInvitation.startsOn,
      endsOn: roleInvitation.endsOn,
      invitedBy: roleInvitation.invitedBy,
      accountId: account.id,
      leaving: sql<boolean>`${erasure.accountId} is not null`,
      livesThere: sql<boolean>`coalesce(${household.neighbourhoodCode} = ${roleInvitation.neighbourhoodCode}
        and (${household.streetId} = ${roleInvitation.streetId} or ${household.buildingId} = ${roleInvitation.buildingId}), false)`,
      hasRole: sql<boolean>`exists (select from role_grant g where g.account_id = ${account.id} and g.role = ${roleInvitation.role} and g.ended_at is null
        and coalesce(g.neighbourhood_code, g.municipality_code) = coalesce(${roleInvitation.neighbourhoodCode}, ${roleInvitation.municipalityCode})
        and coalesce(g.street_id, g.building_id, '') = coalesce(${roleInvitation.streetId}, ${roleInvitation.buildingId}, ''))`,
      organisation: sql<string | null>`(select ${organisation.name} from ${organisation} join neighbourhood n on n.served_by = ${organisation.id} where n.code = ${roleInvitation.neighbourhoodCode})`,
      ...placeColumns(roleInvitation),
    })
    .from(roleInvitation)
    .leftJoin(account, eq(account.email, roleInvitation.email))
    .leftJoin(membership, and(eq(membership.residentId, account.id), isNull(membership.endedAt)))
    .leftJoin(household, and(eq(household.id, membership.householdId), isNull(household.endedAt)))
    .leftJoin(erasure, eq(erasure.accountId, account.id))
    // Who invited must have it still: what somebody lost they no longer give.
    .where(and(eq(roleInvitation.tokenHash, hashToken(token)), unanswered, sql`viewer.may_grant(${roleInvitation.invitedBy}, ${roleInvitation.role}, ${roleInvitation.neighbourhoodCode}, ${roleInvitation.municipalityCode})`));
  if (!invited) return "expired";
  if (invited.accountId !== (viewer?.accountId ?? null)) return "log_in";
  const { id, role, neighbourhoodCode, municipalityCode, streetId, buildingId, endsOn } = invited;
  const open = { ...invited, logged: { id, role, neighbourhoodCode, municipalityCode, streetId, buildingId, endsOn } };
  if (declining) return open;
  if (invited.leaving) return "leaving";
  if (invited.role === "contact_person" && !invited.livesThere) return "no_home";
  return invited.hasRole ? "has_role" : open;
}
