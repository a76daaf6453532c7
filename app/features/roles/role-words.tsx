import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { RoleName } from "../../../db/schema/people.ts";
import type { RolePlace } from "./role-place.server.ts";

/** Where a role is, in words. Needs `roles`. */
export function usePlaceOfRole(): (place: RolePlace) => string {
  const t = useT("roles");
  return (place) => {
    if (place.buildingAddress) return t("place.building", { address: place.buildingAddress });
    if (place.streetName) return t("place.street", { street: place.streetName });
    return place.neighbourhoodName ?? place.municipalityName ?? t("place.gone");
  };
}

/** "beheerder van De Hof". Needs `roles`. */
export function useRoleInWords(): (role: RolePlace & { role: RoleName }) => string {
  const t = useT("roles");
  const place = usePlaceOfRole();
  return (role) => t(`names.${role.role}Of`, { place: place(role) });
}

/** From when until when, in one line. Needs `roles`. */
export function useRoleDays(): (days: { since: string; until: string | null; begins?: boolean }) => string {
  const t = useT("roles");
  const day = useDay();
  return ({ since, until, begins }) => {
    const dates = { since: day(new Date(since)), until: until ? day(new Date(until)) : "" };
    if (begins) return t("days.begins", dates);
    return until ? t("days.until", dates) : t("days.open", dates);
  };
}
