import type { Kept } from "../propose-successions.server.ts";
import type { AreaLevel } from "./read-area.ts";

export type FigureCounts = { kept: number; inserted: number; changed: number; unchanged: number };

export type CbsSummary = {
  kind: "cbs";
  file: string;
  sha256: string;
  /** When the file was made, yyyy-mm-dd, where it says so. */
  sourceDate: string | null;
  year: number;
  /** Codes of the municipalities that were taken. */
  areas: string[];
  figures: Record<AreaLevel, FigureCounts>;
  leftOut: { waterOrAbroad: number; otherMunicipalities: number };
  /** How many columns became figures, which are left out on purpose, and which are not known. */
  columns: { figures: number; leftOut: string[]; unknown: string[] };
  /** `older`: left as they are, because newer ones are in use. */
  boundaries: { read: number; older: number; inserted: number; changed: number; ended: number; kept: Kept[] };
  seconds: number;
  featuresPerSecond: number;
  peakMemoryMb: number;
};
