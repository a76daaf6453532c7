import type { IndicatorName } from "../import/cbs/indicators.ts";

/** Figures of CBS that are shown together, of one year. Nothing about what people earn, own or come from: that is not even kept. */
export const indicatorGroups = {
  ownership: ["ownerOccupied", "rentedFromCorporation", "rentedFromOthers", "ownershipUnknown"],
  households: ["onePersonHouseholds", "householdsWithoutChildren", "householdsWithChildren"],
  ages: ["age0To14", "age15To24", "age25To44", "age45To64", "age65AndOver"],
} as const satisfies Record<string, readonly IndicatorName[]>;
export type IndicatorGroup = keyof typeof indicatorGroups;

/** Figures that stand by themselves, compared with the areas around. */
export const singleIndicators = ["householdSize", "inhabitants", "households"] as const satisfies readonly IndicatorName[];
export type SingleIndicator = (typeof singleIndicators)[number];

/** Figures that are shown through the years. */
export const indicatorsThroughYears = ["gas", "electricity"] as const satisfies readonly IndicatorName[];
export type IndicatorThroughYears = (typeof indicatorsThroughYears)[number];

export type ShownIndicator = (typeof indicatorGroups)[IndicatorGroup][number] | SingleIndicator | IndicatorThroughYears;
