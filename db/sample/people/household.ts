import type { Locale } from "../../schema/auth.ts";
import type { Audience, Involvement } from "../../schema/people.ts";
import type { Random } from "../random.ts";
import type { Building, Cluster, Unit } from "../town/town.ts";

/** An adult of the sample, with the address that logs in. */
export interface SamplePerson {
  id: string;
  email: string;
  firstName: string;
  /** What neighbours see; null is "iemand uit de <straat>". */
  displayName: string | null;
  involvement: Involvement | null;
  locale: Locale;
}

export interface SampleHousehold {
  id: string;
  neighbourhoodCode: string;
  neighbourhoodName: string;
  building: Building;
  unit: Unit;
  cluster: Cluster;
  dwellingId: string;
  streetId: string;
  buildingId: string;
  /** Rents from the housing corporation, which decides about the building. */
  tenant: boolean;
  people: [SamplePerson, ...SamplePerson[]];
  joinedAt: Date;
  /** Consented to be counted in published figures. */
  counted: boolean;
  /** Audiences that have enough homes here. */
  audiences: readonly Audience[];
}

/** An identifier in the form of a UUID, from the sample's own chance: nothing secret hangs on it. */
export function uuid(random: Random): string {
  const hex = (digits: number) => Array.from({ length: digits }, () => random.whole(0, 15).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}

const DAY = 24 * 60 * 60 * 1000;
export const daysBefore = (moment: Date, days: number) => new Date(moment.getTime() - days * DAY);
/** A moment between two others. */
export const between = (random: Random, from: Date, to: Date) => new Date(random.between(from.getTime(), Math.max(from.getTime(), to.getTime())));
