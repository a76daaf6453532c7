import { and, asc, eq, gte, isNull, or, sql } from "drizzle-orm";
import { consent, roleGrant, type RoleName } from "../../../db/schema/people.ts";
import { asAuth, asViewer } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { firstDay, managerName, placeColumns, type RolePlace } from "./role-place.server.ts";

/** `shown` is whether neighbours see the name of a contact person. Days are YYYY-MM-DD. */
export type OwnRole = RolePlace & { id: string; role: RoleName; since: string; until: string | null; begins: boolean; shown: boolean; manager: string | null };

/** The roles of an account that were not ended and are not over. */
export async function ownRoles(viewer: AccountViewer): Promise<OwnRole[]> {
  const roles = await asAuth((tx) =>
    tx
      .select({ id: roleGrant.id, role: roleGrant.role, since: firstDay, until: roleGrant.endsOn, begins: sql<boolean>`role_grant.starts_on > viewer.today()`, manager: managerName(roleGrant), ...placeColumns(roleGrant) })
      .from(roleGrant)
      .where(and(eq(roleGrant.accountId, viewer.accountId), isNull(roleGrant.endedAt), or(isNull(roleGrant.endsOn), gte(roleGrant.endsOn, sql`viewer.today()`))))
      .orderBy(asc(roleGrant.startsOn), asc(roleGrant.id)),
  );
  const agreed = await asViewer(viewer, (tx) =>
    tx.select({ id: consent.subjectId }).from(consent).where(and(eq(consent.purpose, "contact_person"), eq(consent.residentId, viewer.residentId), isNull(consent.withdrawnAt))),
  );
  const shown = new Set(agreed.map(({ id }) => id));
  return roles.map((role) => ({ ...role, shown: shown.has(role.id) }));
}
