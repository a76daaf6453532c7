import type { FormValues } from "../../http/parse-form.server.ts";
import { formValuesOf } from "../sharing/form-values.ts";
import type { FoundQuestion } from "./find-question.server.ts";

/** A question as the values of its form. */
export function questionValues({ title, body, measureKind, placeStreetId, ourBuilding, dwellingType, buildingPeriod, commercial }: FoundQuestion): FormValues {
  const ticks = { ...(dwellingType || buildingPeriod ? { aboutHome: "ja" } : {}), ...(commercial ? { commercial: "ja" } : {}) };
  return { ...formValuesOf({ title, body, measureKind, place: ourBuilding ? "gebouw" : placeStreetId }), ...ticks };
}
