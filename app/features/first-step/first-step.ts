import type { DwellingType } from "../../../db/schema/choices.ts";
import { fitsHome, type MeasureKind } from "../measures/catalogue.ts";
import type { ReckonedLabel } from "../own-home/correction.ts";

// Which one measure to suggest, in which order and why. Rules only: no figure is reckoned with, and none is from memory.

/**
 * The stages in their order. What keeps heat in goes before what makes it: an installation is chosen for the heat that is still
 * needed, and closing gaps asks the least. Once a home is tight the air needs care, and the heating can be set lower.
 */
export const stages = ["tighten", "insulate", "tune", "install"] as const;
export type Stage = (typeof stages)[number];

/** What is suggested per stage; within a stage, what most homes alike did goes first, and otherwise this order counts. */
export const kindsOf = {
  tighten: ["draught_proofing"],
  insulate: ["roof_insulation", "cavity_insulation", "facade_insulation", "floor_insulation", "glazing"],
  tune: ["ventilation", "heating_balance"],
  install: ["heat_pump_hybrid", "solar_panels"],
} as const satisfies Record<Stage, readonly MeasureKind[]>;

/** What makes another kind needless. */
const instead: Partial<Record<MeasureKind, readonly MeasureKind[]>> = {
  cavity_insulation: ["facade_insulation"],
  facade_insulation: ["cavity_insulation"],
  heat_pump_hybrid: ["heat_pump_air", "heat_pump_ground", "heat_network"],
};

/** Years in which walls often have a cavity that can be filled, as the explanation of that measure says; both count. */
const cavityYears = [1920, 1975] as const;
/** From the last period of RVO's example homes on, a home was insulated when it was built. */
const builtInsulatedFrom = 2015;

export type Home = { dwellingType: DwellingType | null; builtYear: number | null; label: ReckonedLabel };
/** `has` is done or planned by the household, `aside` is put aside by it, `alike` how many homes like it did a kind, as far as the viewer may see. */
export type Known = { home: Home; has: ReadonlySet<string>; aside: ReadonlySet<string>; alike: ReadonlyMap<string, number> | null };

/**
 * What to suggest and what it rests on: what the household has of this stage and those before, the year or the label where
 * they decided something, and how many homes alike did it, null where homes cannot be compared.
 */
export type FirstStep = { kind: MeasureKind; stage: Stage; has: MeasureKind[]; year: number | null; label: string | null; alike: number | null };

/**
 * The one next step for a home.
 * @returns null when everything that is suggested is done, planned, put aside or not for this home
 */
export function firstStep({ home, has, aside, alike }: Known): FirstStep | null {
  for (const stage of stages) {
    const open = kindsOf[stage].filter((kind) => suits(kind, stage, home) && !has.has(kind) && !aside.has(kind) && !instead[kind]?.some((other) => has.has(other)));
    // The sort keeps the order of the list where homes alike did as much of the one as of the other.
    const [kind] = open.toSorted((a, b) => (alike?.get(b) ?? 0) - (alike?.get(a) ?? 0));
    if (!kind) continue;
    const before: readonly MeasureKind[] = stages.slice(0, stages.indexOf(stage) + 1).flatMap((each): readonly MeasureKind[] => kindsOf[each]);
    return {
      kind,
      stage,
      has: before.filter((each) => has.has(each)),
      year: kind === "cavity_insulation" || kind === "facade_insulation" || (stage !== "insulate" && insulatedByYear(home)) ? home.builtYear : null,
      label: stage !== "insulate" && insulatedByLabel(home) && home.label && home.label !== "none" ? home.label.energyClass : null,
      alike: alike ? (alike.get(kind) ?? 0) : null,
    };
  }
  return null;
}

/** Whether a kind is something for this home at all. */
function suits(kind: MeasureKind, stage: Stage, home: Home): boolean {
  if (!fitsHome(kind, home.dwellingType)) return false;
  if (stage === "insulate" && (insulatedByLabel(home) || insulatedByYear(home))) return false;
  if (kind === "cavity_insulation") return home.builtYear === null || (home.builtYear >= cavityYears[0] && home.builtYear <= cavityYears[1]);
  // Walls without a cavity are insulated from the inside or the outside; who owns a flat doesn't decide on its walls.
  if (kind === "facade_insulation") return home.dwellingType !== "flat" && home.builtYear !== null && home.builtYear < cavityYears[0];
  return true;
}

const insulatedByLabel = ({ label }: Home) => label !== null && label !== "none" && !label.expired && label.energyClass.startsWith("A");
/** A label that counts says more than the year. */
const insulatedByYear = ({ label, builtYear }: Home) => (label === null || label === "none" || label.expired) && builtYear !== null && builtYear >= builtInsulatedFrom;
