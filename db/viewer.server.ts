import { sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import type { PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import { withDeedsAfterCommit } from "./after-commit.server.ts";
import { database } from "./client.server.ts";
import type { Connection, Schema } from "./connection.ts";
import { assistedSession } from "./schema/assisted.ts";
import type { Locale } from "./schema/choices.ts";

type Tx = PgTransaction<PgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
declare const door: unique symbol;

/** A transaction that sees what one viewer may see; made by {@link asViewer} only. */
export type ViewerTx = Tx & { readonly [door]: "viewer" };
/** A transaction of the sign-up and log-in code; made by {@link asAuth} only. */
export type AuthTx = Tx & { readonly [door]: "auth" };
/** A transaction of a job or an import; made by {@link asWorker} only. */
export type WorkerTx = Tx & { readonly [door]: "worker" };
/** A transaction that reads published figures and nothing else; made by {@link asInsights} only. */
export type InsightsTx = Tx & { readonly [door]: "insights" };

/** Who is asking, as the policies know them. An account without a home (a moderator from elsewhere) has no household. */
export type ViewerSettings = {
  residentId: string;
  householdId: string | null;
  neighbourhoodCode: string | null;
  streetId: string | null;
  buildingId: string | null;
  /** Codes of the neighbourhoods that this account moderates, with its second factor shown in this session. */
  moderates: readonly string[];
  /** Codes of the municipalities of which this account is an official, with its second factor shown in this session. */
  officialNow?: readonly string[];
  /** The own street and building, where this account is their contact person. */
  contactFor?: ContactFor;
  /** Who works for somebody on paper, in which session; then the database itself says as whom, and for how long. */
  onBehalf?: OnBehalf;
  /** The buildings for which this account answers, and on whose behalf. */
  manages?: readonly ManagedBuilding[];
};

export type ManagedBuilding = { organisationId: string; buildingId: string };

export type OnBehalf = {
  sessionId: string;
  helper: ViewerSettings;
  /** A neighbour's thing that the helper may see with their own eyes, to report it. */
  seen?: string;
};
/** Whose session it is, and until when; as the database says. */
export type Assisted = { personId: string; householdId: string; neighbourhoodCode: string; streetId: string; buildingId: string | null; dwellingId: string; locale: Locale; endsAt: Date };

/** The session in which somebody was helped is over, or never was theirs who asks. */
export class AssistingOver extends Error {}

/** A street is a street within one neighbourhood. */
export type ContactFor = { streets: readonly { streetId: string; neighbourhoodCode: string }[]; buildings: readonly string[] };

/**
 * Opens one transaction as a resident or moderator: PostgreSQL itself refuses what this viewer may not see or do.
 * No network call inside.
 * @throws {AssistingOver} for who works on behalf of somebody when their session is over
 */
export function asViewer<Result>(viewer: ViewerSettings, work: (tx: ViewerTx) => Promise<Result>): Promise<Result> {
  return viewer.onBehalf ? asAssisted(viewer.onBehalf, (tx) => work(tx)) : open(settingsOf(viewer), work);
}

/**
 * Opens one transaction in which a helper works as the person who is helped: what they may see and do is what the database
 * gives a running session, whatever the caller believes.
 * @throws {AssistingOver} when the session is over
 */
export function asAssisted<Result>({ sessionId, helper, seen }: OnBehalf, work: (tx: ViewerTx, assisted: Assisted) => Promise<Result>): Promise<Result> {
  return open(settingsOf(helper), async (tx: ViewerTx) => {
    // What was seen is looked up before the settings change: with the helper's own eyes.
    const item = sql`(select viewer.seen_item(${seen ?? null}::uuid))`;
    const [assisted] = await tx.select(assistedColumns).from(sql`viewer.assist(${sessionId}::uuid, ${item})`);
    if (!assisted) throw new AssistingOver("The session in which somebody was helped is over.");
    return work(tx, assisted);
  });
}

const assistedColumns = {
  personId: sql<string>`person_id`,
  householdId: sql<string>`household_id`,
  neighbourhoodCode: sql<string>`neighbourhood_code`,
  streetId: sql<string>`street_id`,
  buildingId: sql<string | null>`building_id`,
  dwellingId: sql<string>`dwelling_id`,
  locale: sql<Locale>`locale`,
  endsAt: sql<Date>`ends_at`.mapWith(assistedSession.endsAt),
};

/** The statement that makes a transaction one of this viewer: for the doors only. */
export function settingsOf(viewer: ViewerSettings) {
  return sql`select set_config('app.resident_id', ${viewer.residentId}, true), set_config('app.household_id', ${viewer.householdId ?? ""}, true),
      set_config('app.official_of', ${(viewer.officialNow ?? []).join(",")}, true), set_config('app.contact_for', ${placesOf(viewer.contactFor)}, true),
      set_config('app.neighbourhood_code', ${viewer.neighbourhoodCode ?? ""}, true), set_config('app.street_id', ${viewer.streetId ?? ""}, true),
      set_config('app.building_id', ${viewer.buildingId ?? ""}, true), set_config('app.moderates', ${viewer.moderates.join(",")}, true),
      set_config('app.manages', ${(viewer.manages ?? []).map(({ organisationId, buildingId }) => `${organisationId} ${buildingId}`).join(",")}, true),
      set_config('role', 'app_viewer', true)`;
}

/** Opens one transaction for accounts, sessions and proofs. */
export function asAuth<Result>(work: (tx: AuthTx) => Promise<Result>, connection?: Connection): Promise<Result> {
  return open(sql`select set_config('role', 'app_auth', true)`, work, connection);
}

/** Opens one transaction for a job or an import. */
export function asWorker<Result>(work: (tx: WorkerTx) => Promise<Result>, connection?: Connection): Promise<Result> {
  return open(sql`select set_config('role', 'app_worker', true)`, work, connection);
}

/**
 * Asks something of whole tables in which the planner joins by hashing only. It takes many conditions for rarer than they are: for a
 * few rows that turn out thousands it reads a table once for each.
 */
export async function joinedByHashing<Result>(tx: WorkerTx, ask: () => Promise<Result>): Promise<Result> {
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true)`);
  const found = await ask();
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`);
  return found;
}

/** Who reads published figures: of the own neighbourhood, of those that they moderate, of their municipality. */
export type FigureReader = Pick<ViewerSettings, "neighbourhoodCode" | "moderates" | "officialNow">;

/** Opens one transaction that reads published figures: what this reader may see of them, or what everybody may. */
export function asInsights<Result>(work: (tx: InsightsTx) => Promise<Result>, reader: FigureReader | null = null): Promise<Result> {
  const settings = sql`select set_config('app.neighbourhood_code', ${reader?.neighbourhoodCode ?? ""}, true), set_config('app.moderates', ${(reader?.moderates ?? []).join(",")}, true),
      set_config('app.official_of', ${(reader?.officialNow ?? []).join(",")}, true), set_config('role', 'app_insights', true)`;
  return open(settings, work);
}

function placesOf({ streets, buildings }: ContactFor = { streets: [], buildings: [] }): string {
  return [...streets.map(({ streetId, neighbourhoodCode }) => `street ${streetId} ${neighbourhoodCode}`), ...buildings.map((id) => `building ${id}`)].join(",");
}

async function open<Result, Branded>(enter: ReturnType<typeof sql>, work: (tx: Branded) => Promise<Result>, connection?: Connection): Promise<Result> {
  const used = connection ?? (await database());
  return withDeedsAfterCommit(used, () =>
    used.db.transaction(async (tx) => {
      await tx.execute(enter);
      return work(tx as unknown as Branded);
    }),
  );
}
