import { sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Connection } from "../../db/connection.ts";
import { asAuth, asInsights, asViewer, asWorker, type ViewerTx } from "../../db/viewer.server.ts";
import { people } from "../support/town.ts";
import type { ViewerName } from "./expectations.ts";

type Tx = Pick<ViewerTx, "insert" | "update" | "delete" | "select" | "execute">;
export type Outcome = { allowed: boolean; code: string | null; message: string };

const nobody = { residentId: "00000000-0000-4000-8009-000000000000", householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, moderates: [] };
const { sameStreet } = people;
const contactPerson = { ...sameStreet, contactFor: { streets: [{ streetId: sameStreet.streetId, neighbourhoodCode: sameStreet.neighbourhoodCode! }], buildings: [sameStreet.buildingId] } };
const rollback = new Error("rolled back on purpose");
/** Refusals of PostgreSQL: no privilege or no policy. */
const refusals = new Set(["42501"]);

/** The role that a viewer takes on. */
export function roleOf(viewer: ViewerName): string {
  return viewer === "worker" || viewer === "auth" || viewer === "insights" ? `app_${viewer}` : "app_viewer";
}

/** Opens the viewer's own door, does one thing, and rolls it back. */
export async function attempt(viewer: ViewerName, connection: Connection, deed: (tx: Tx) => Promise<number>): Promise<Outcome> {
  let touched = 0;
  const inside = async (tx: Tx) => {
    touched = await deed(tx);
    await tx.execute(sql`set constraints all immediate`);
    throw rollback;
  };
  try {
    if (viewer === "worker") await asWorker(inside, connection);
    else if (viewer === "auth") await asAuth(inside, connection);
    else if (viewer === "insights") await asInsights(inside);
    else await asViewer(viewer === "nobody" ? nobody : viewer === "contactPerson" ? contactPerson : people[viewer], inside);
  } catch (error) {
    if (error === rollback) return { allowed: touched > 0, code: null, message: `${touched} rows` };
    const { code, message } = postgresError(error);
    return { allowed: false, code, message };
  }
  throw new Error("unreachable: a probe always rolls back");
}

/** Whether a probe was let through; a foreign key that holds a row back comes after the policies. */
export function decision(outcome: Outcome, deed: string, where: string): boolean {
  if (outcome.allowed || (deed === "delete" && outcome.code === "23503")) return true;
  if (outcome.code === null || refusals.has(outcome.code)) return false;
  throw new Error(`This probe proves nothing, mend it: ${where}: ${outcome.code} ${outcome.message}`);
}

export function postgresError(error: unknown): { code: string; message: string } {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code)) return { code: cause.code, message: cause.message };
  }
  throw error;
}

/** Counts what a statement touched; both drivers say it differently. */
export async function touched(result: PromiseLike<unknown>): Promise<number> {
  const answer = (await result) as { count?: number; affectedRows?: number };
  return answer.count ?? answer.affectedRows ?? 0;
}

/** A table as SQL names it. */
export function fullName(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `${schema ?? "public"}.${name}`;
}
