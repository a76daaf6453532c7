import { sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import type { PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import { withDeedsAfterCommit } from "./after-commit.server.ts";
import { database } from "./client.server.ts";
import type { Connection, Schema } from "./connection.ts";

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
  /** The buildings for which this account answers, and on whose behalf. */
  manages?: readonly ManagedBuilding[];
};

export type ManagedBuilding = { organisationId: string; buildingId: string };

/** A street is a street within one neighbourhood. */
export type ContactFor = { streets: readonly { streetId: string; neighbourhoodCode: string }[]; buildings: readonly string[] };

/**
 * Opens one transaction as a resident or moderator: PostgreSQL itself refuses what this viewer may not see or do.
 * No network call inside.
 */
export function asViewer<Result>(viewer: ViewerSettings, work: (tx: ViewerTx) => Promise<Result>): Promise<Result> {
  return open(
    sql`select set_config('app.resident_id', ${viewer.residentId}, true), set_config('app.household_id', ${viewer.householdId ?? ""}, true),
      set_config('app.official_of', ${(viewer.officialNow ?? []).join(",")}, true), set_config('app.contact_for', ${placesOf(viewer.contactFor)}, true),
      set_config('app.neighbourhood_code', ${viewer.neighbourhoodCode ?? ""}, true), set_config('app.street_id', ${viewer.streetId ?? ""}, true),
      set_config('app.building_id', ${viewer.buildingId ?? ""}, true), set_config('app.moderates', ${viewer.moderates.join(",")}, true),
      set_config('app.manages', ${(viewer.manages ?? []).map(({ organisationId, buildingId }) => `${organisationId} ${buildingId}`).join(",")}, true),
      set_config('role', 'app_viewer', true)`,
    work,
  );
}

/** Opens one transaction for accounts, sessions and proofs. */
export function asAuth<Result>(work: (tx: AuthTx) => Promise<Result>, connection?: Connection): Promise<Result> {
  return open(sql`select set_config('role', 'app_auth', true)`, work, connection);
}

/** Opens one transaction for a job or an import. */
export function asWorker<Result>(work: (tx: WorkerTx) => Promise<Result>, connection?: Connection): Promise<Result> {
  return open(sql`select set_config('role', 'app_worker', true)`, work, connection);
}

/** Opens one transaction that reads published figures. */
export function asInsights<Result>(work: (tx: InsightsTx) => Promise<Result>): Promise<Result> {
  return open(sql`select set_config('role', 'app_insights', true)`, work);
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
