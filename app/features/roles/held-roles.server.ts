import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { roleGrant, type RoleName } from "../../../db/schema/people.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { contactPersons } from "./contact-persons.server.ts";
import { type Desk, isColleague, placesAt } from "./desk.ts";
import { emailsOf } from "./emails-of.server.ts";
import { firstDay, managerName, placeColumns, type RolePlace } from "./role-place.server.ts";

/** `name` is an e-mail address, the name that neighbours see, or null when the viewer doesn't get to know it. Days are YYYY-MM-DD. */
export type HeldRole = RolePlace & { id: string; role: RoleName; name: string | null; manager: string | null; mine: boolean; since: string; until: string | null; begins: boolean };

/** The roles of a desk's places that were not ended and are not over: who has them, since when and until when. */
export async function heldRoles(viewer: AccountViewer, desk: Desk, only?: string): Promise<HeldRole[]> {
  const { grants, contacts } = await asViewer(viewer, async (tx) => ({
    grants: await openRoles(tx, and(only ? eq(roleGrant.id, only) : undefined, inArray(desk === "beheer" ? roleGrant.neighbourhoodCode : roleGrant.municipalityCode, [...placesAt(desk, viewer)]))),
    contacts: new Map((await contactPersons(tx)).map(({ grantId, shownName }) => [grantId, shownName])),
  }));
  // Colleagues know each other; of anybody else only who invited them knows the address.
  const isKnown = (role: RoleName, grantedBy: string | null) => isColleague(role) || grantedBy === viewer.accountId;
  const emails = await emailsOf(grants.filter(({ role, grantedBy }) => isKnown(role, grantedBy)).map(({ accountId }) => accountId));
  return grants.map(({ accountId, grantedBy, ...grant }) => {
    const email = isKnown(grant.role, grantedBy) ? emails.get(accountId) : undefined;
    return { ...grant, name: email ?? contacts.get(grant.id) ?? null, mine: accountId === viewer.accountId };
  });
}

function openRoles(tx: ViewerTx, which: SQL | undefined) {
  return tx
    .select({
      id: roleGrant.id,
      role: roleGrant.role,
      accountId: roleGrant.accountId,
      grantedBy: roleGrant.grantedBy,
      since: firstDay,
      until: roleGrant.endsOn,
      begins: sql<boolean>`role_grant.starts_on > viewer.today()`,
      manager: managerName(roleGrant),
      ...placeColumns(roleGrant),
    })
    .from(roleGrant)
    .where(and(which, isNull(roleGrant.endedAt), or(isNull(roleGrant.endsOn), gte(roleGrant.endsOn, sql`viewer.today()`))))
    .orderBy(asc(roleGrant.neighbourhoodCode), asc(roleGrant.role), asc(roleGrant.startsOn), asc(roleGrant.id));
}
