import type { FormValues } from "../../http/parse-form.server.ts";
import { formValuesOf } from "../sharing/form-values.ts";
import type { FoundAnswer } from "./find-answer.server.ts";

/** An answer or an outcome as the values of its form. */
export function answerValues({ body, source, foundOn, costRange, dwellingTypes, buildingPeriods, commercial }: FoundAnswer): FormValues {
  return { ...formValuesOf({ body, source, foundOn, costRange, dwellingTypes, buildingPeriods }), ...(commercial ? { commercial: "ja" } : {}) };
}
