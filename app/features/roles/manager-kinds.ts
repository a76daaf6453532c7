import type { OrganisationKind } from "../../../db/schema/register.ts";

/** Who manages buildings. */
export const managerKinds = ["housing_corporation", "owners_association", "landlord"] as const satisfies readonly OrganisationKind[];
export type ManagerKind = (typeof managerKinds)[number];
