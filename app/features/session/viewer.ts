import type { Locale } from "../../../db/schema/auth.ts";
import type { Involvement } from "../../../db/schema/people.ts";
import type { ContactFor, ManagedBuilding, ViewerSettings } from "../../../db/viewer.server.ts";

/** Somebody who is logged in; with or without a home in a neighbourhood that takes part. */
export type AccountViewer = ViewerSettings & {
  accountId: string;
  /** Names the session in the list of one's own sessions; never the cookie's secret. */
  sessionId: string;
  locale: Locale;
  dwellingId: string | null;
  neighbourhoodName: string | null;
  streetName: string | null;
  /** What neighbours see; null is "iemand uit de <straat>". */
  displayName: string | null;
  involvement: Involvement | null;
  /** False until the first visit has been answered. */
  welcomed: boolean;
  /** Neighbourhoods this account may moderate once its second factor is shown; `moderates` holds them afterwards. */
  mayModerate: readonly string[];
  /** Municipalities whose published figures this account may read. */
  officialOf: readonly string[];
  contactFor: ContactFor;
  /** The buildings for which this account answers joint requests, on behalf of an organisation. */
  manages: readonly ManagedBuilding[];
  secondFactorAt: Date | null;
  /** When this account will be erased, because its owner asked for it; until then it opens one page only. */
  leavesOn: Date | null;
};

/** Of every role nothing: who is not at their screen, or whose things somebody else does. */
export const noPowers = { moderates: [], mayModerate: [], officialOf: [], officialNow: [], contactFor: { streets: [], buildings: [] }, manages: [] } satisfies Partial<AccountViewer>;

/** Somebody with a home in a neighbourhood. */
export type Resident = AccountViewer & {
  householdId: string;
  neighbourhoodCode: string;
  neighbourhoodName: string;
  streetId: string;
  streetName: string;
  dwellingId: string;
};

/** A moderator whose second factor was shown in this session. */
export type Moderator = AccountViewer & { moderates: readonly [string, ...string[]] };

/** Who answers joint requests for buildings. */
export type PropertyManager = AccountViewer & { manages: readonly [ManagedBuilding, ...ManagedBuilding[]] };

/** An official of a municipality whose second factor was shown in this session. */
export type Official = AccountViewer & { officialOf: readonly [string, ...string[]] };
