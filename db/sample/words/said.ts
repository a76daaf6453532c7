import type { Cluster } from "../town/town.ts";

/** How somebody looks back: it decides the stars that go with the words. */
export type Mood = "good" | "mixed" | "poor";

/** Something a resident could have written about a measure, and where that would be true. */
export interface Said {
  text: string;
  /** Good when absent. */
  mood?: Mood;
  /** Only in homes of these clusters. */
  in?: readonly Cluster[];
  /** Only when the measure was there before the resident, or was done by the landlord, the association, a company, oneself. */
  by?: "self" | "company" | "landlord" | "vve" | "previous_owner";
  /** Only for measures from this year on, or until this year. */
  since?: number;
  until?: number;
  /** Only after this many years of living with it. */
  after?: number;
}

/** What residents say about one kind of measure: how it went, and what they would do differently. */
export interface Stock {
  experience: readonly Said[];
  differently: readonly Said[];
}

/** Rows and pairs of houses, of every age. */
export const rows: readonly Cluster[] = ["thirties", "fifties", "courtyards", "seventies", "eighties"];
export const seventies: readonly Cluster[] = ["courtyards", "seventies"];
export const flats: readonly Cluster[] = ["gildeflat", "spoorflat", "stationshof"];
export const gardens: readonly Cluster[] = [...rows, "waterside", "nineties", "recent"];
export const young: readonly Cluster[] = ["nineties", "recent"];
export const before1985: readonly Cluster[] = [...rows, "waterside"];
