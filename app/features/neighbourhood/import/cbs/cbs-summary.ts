import type { Kept } from "../propose-successions.server.ts";
import type { CommonSummary } from "../import-summary.ts";
import type { AreaLevel } from "./read-area.ts";

export type FigureCounts = { kept: number; inserted: number; changed: number; unchanged: number };

/** `sourceDate` is when the file was made, where it says so; `read` counts features, `kept` those with figures. */
export type CbsSummary = CommonSummary & {
  kind: "cbs";
  year: number;
  /** Codes of the municipalities that were taken. */
  areas: string[];
  figures: Record<AreaLevel, FigureCounts>;
  outside: { waterOrAbroad: number; otherMunicipalities: number };
  /** How many columns became figures, which are left out on purpose, and which are not known. */
  columns: { figures: number; leftOut: string[]; unknown: string[] };
  /** `older`: left as they are, because newer ones are in use. */
  boundaries: { read: number; older: number; inserted: number; changed: number; ended: number; stay: Kept[] };
  seconds: number;
  featuresPerSecond: number;
  peakMemoryMb: number;
};
