import type { TFunction } from "i18next";
import { z } from "zod";
import { energyClasses } from "../../../db/schema/choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { knownTypes } from "./correction.ts";

const withoutThousandsDots = (value: unknown) => (typeof value === "string" && /^\s*\d{1,3}(\.\d{3})+\s*$/.test(value) ? value.replaceAll(".", "") : value);
const oldest = 1000;
const [smallest, largest] = [10, 2000];
/** A home that is being built has the year in which it will be ready. */
export const newestYear = () => new Date().getFullYear() + 1;

/** What is the matter with the own home: its kind, the year it was built, the area (m²) and the energy class; what is empty is as the register says. */
export const correctionForm = (t: TFunction<"ownHome">) => {
  const year = t("errors.builtYear", { from: oldest, to: newestYear() });
  const area = t("errors.areaM2", { from: smallest, to: largest });
  return z.object({
    dwellingType: optionalField(z.enum(knownTypes, { error: t("errors.choose") })),
    builtYear: optionalField(z.coerce.number({ error: year }).int(year).min(oldest, year).max(newestYear(), year)),
    areaM2: optionalField(z.preprocess(withoutThousandsDots, z.coerce.number({ error: area }).int(area).min(smallest, area).max(largest, area))),
    energyClass: optionalField(z.enum(energyClasses, { error: t("errors.choose") })),
  });
};
