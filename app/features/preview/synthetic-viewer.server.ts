import { randomUUID } from "node:crypto";
import type { ViewerSettings } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Eyes } from "./eyes.ts";

/** Whom the previewed pages are shown to: somebody of whom no row exists, so that nothing private of anybody is theirs. */
export type SyntheticViewer = ViewerSettings & { householdId: string };

/**
 * Somebody who isn't there, in the place from which this resident wants to look. The policies of the database decide what they
 * see. Their household is a random id: a neighbour with a household that nobody has, since a neighbour without one sees nothing.
 * @param municipalityCode of this resident's neighbourhood, for the eyes of the municipality
 */
export function syntheticViewer(resident: Resident, eyes: Eyes, municipalityCode: string): SyntheticViewer {
  const nobody = { residentId: randomUUID(), householdId: randomUUID(), neighbourhoodCode: null, streetId: null, buildingId: null, moderates: [] };
  const { neighbourhoodCode, streetId, buildingId } = resident;
  switch (eyes) {
    case "building":
      return { ...nobody, neighbourhoodCode, streetId, buildingId };
    case "street":
      return { ...nobody, neighbourhoodCode, streetId };
    case "neighbourhood":
      return { ...nobody, neighbourhoodCode };
    case "moderator":
      return { ...nobody, moderates: [neighbourhoodCode] };
    case "municipality":
      return { ...nobody, officialNow: [municipalityCode] };
  }
}
