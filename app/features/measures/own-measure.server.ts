import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { MeasureKind } from "./catalogue.ts";
import { findMeasure, type FoundMeasure } from "./find-measure.server.ts";

/** A measure of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownMeasure(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundMeasure> {
  const found = id ? await findMeasure(tx, resident, id) : null;
  if (!found?.own) throw notFound();
  return found;
}

/** The id of the newest measure of a kind that the own household already has; null when there is none. */
export async function ownMeasureOfKind(tx: ViewerTx, { householdId }: Resident, kind: MeasureKind): Promise<string | null> {
  const [found] = await tx
    .select({ id: measure.id })
    .from(measure)
    .where(and(eq(measure.householdId, householdId), eq(measure.kind, kind), ne(measure.state, "removed"), isNull(measure.withdrawnAt)))
    .orderBy(desc(measure.createdAt))
    .limit(1);
  return found?.id ?? null;
}
