import type { RoleName } from "../../../db/schema/people.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** Where roles are given: moderators do it for their neighbourhoods, officials for their municipality. */
export type Desk = "beheer" | "gemeente";

/** The roles that are given at a desk. */
export const rolesAt = { beheer: ["moderator", "contact_person", "property_manager"], gemeente: ["official"] } as const satisfies Record<Desk, readonly RoleName[]>;

/** The codes of the places for which somebody sits at a desk. */
export function placesAt(desk: Desk, viewer: AccountViewer): readonly string[] {
  return desk === "beheer" ? viewer.moderates : (viewer.officialNow ?? []);
}

/** Whether those who sit at a desk know each other by this role: moderators and officials. */
export function isColleague(role: RoleName): boolean {
  return role === "moderator" || role === "official";
}
