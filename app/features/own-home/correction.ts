import { type DwellingType, dwellingTypes, type EnergyClass } from "../../../db/schema/choices.ts";

// What a household says of its own home where a register is wrong, and what follows from it; for that household only.

/** What can be corrected. */
export const correctable = ["dwellingType", "builtYear", "areaM2", "energyClass"] as const;
export type Correctable = (typeof correctable)[number];
export const isCorrectable = (fact: unknown): fact is Correctable => correctable.some((each) => each === fact);

export type KnownType = Exclude<DwellingType, "unknown">;
export const knownTypes = dwellingTypes.filter((type): type is KnownType => type !== "unknown");

/** What a household says of its home; null is as the register says. The area is in m². */
export type Correction = { dwellingType: KnownType | null; builtYear: number | null; areaM2: number | null; energyClass: EnergyClass | null };

type Traits = { dwellingType: DwellingType | null; builtYear: number | null; areaM2: number | null };
type Label = { energyClass: string; expired: boolean };
/** The label to reckon with: a class, "none" where the household says that there is none, null where none is known. */
export type ReckonedLabel = Label | "none" | null;

/** The home to reckon with for its household: what the household says goes before what the register says. */
export function corrected<Home extends Traits>(home: Home, own: Correction | null): Home {
  if (!own) return home;
  return { ...home, dwellingType: own.dwellingType ?? home.dwellingType, builtYear: own.builtYear ?? home.builtYear, areaM2: own.areaM2 ?? home.areaM2 };
}

/** The label to reckon with. A class that the household names counts as valid: it is the one who knows. */
export function correctedLabel(label: Label | null, own: Correction | null): ReckonedLabel {
  if (!own?.energyClass) return label;
  return own.energyClass === "none" ? "none" : { energyClass: own.energyClass, expired: false };
}

/** What differs from the register; the same as the register says is no correction. An expired label may be the same class anew. */
export function onlyDifferences(said: Correction, home: Traits & { label: Label | null }): Correction {
  return {
    dwellingType: said.dwellingType === home.dwellingType ? null : said.dwellingType,
    builtYear: said.builtYear === home.builtYear ? null : said.builtYear,
    areaM2: said.areaM2 === home.areaM2 ? null : said.areaM2,
    energyClass: said.energyClass === home.label?.energyClass && !home.label.expired ? null : said.energyClass,
  };
}

export const saysNothing = (said: Correction) => correctable.every((fact) => said[fact] === null);
