import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { roleInvitation } from "../../../db/schema/auth.ts";
import type { RoleName } from "../../../db/schema/people.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { type Desk, placesAt } from "./desk.ts";
import { placeColumns, type RolePlace } from "./role-place.server.ts";

/** How often one invitation is mailed at most. */
export const mostMails = 4;

/** `email` is known to who invited only. Days are YYYY-MM-DD. */
export type PendingInvitation = RolePlace & { id: string; role: RoleName; email: string | null; since: string; until: string; invitedAt: Date; mayResend: boolean };

/** An invitation that can still be answered. */
export const unanswered = and(
  isNull(roleInvitation.acceptedAt),
  isNull(roleInvitation.declinedAt),
  isNull(roleInvitation.revokedAt),
  gt(roleInvitation.expiresAt, sql`now()`),
  sql`${roleInvitation.endsOn} >= viewer.today()`,
);

/** An invitation to a role at one of the places for which somebody sits at a desk. */
export function invitationAt(viewer: AccountViewer, desk: Desk): SQL {
  return inArray(desk === "beheer" ? roleInvitation.neighbourhoodCode : roleInvitation.municipalityCode, [...placesAt(desk, viewer)]);
}

/** Who was invited to a role of a desk's places and didn't answer yet. */
export async function pendingInvitations(viewer: AccountViewer, desk: Desk): Promise<PendingInvitation[]> {
  const rows = await asAuth((tx) =>
    tx
      .select({
        id: roleInvitation.id,
        role: roleInvitation.role,
        email: sql<string | null>`case when ${eq(roleInvitation.invitedBy, viewer.accountId)} then ${roleInvitation.email} end`,
        since: roleInvitation.startsOn,
        until: roleInvitation.endsOn,
        invitedAt: roleInvitation.createdAt,
        mayResend: sql<boolean>`${roleInvitation.sentCount} < ${mostMails}::int`,
        ...placeColumns(roleInvitation),
      })
      .from(roleInvitation)
      .where(and(invitationAt(viewer, desk), unanswered))
      .orderBy(desc(roleInvitation.createdAt)),
  );
  return rows;
}
