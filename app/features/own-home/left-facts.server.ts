import { asc, desc } from "drizzle-orm";
import { leftFact } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";

/** A measure that earlier residents left with the home. */
export type LeftFact = { id: string; kind: MeasureKind; year: number | null };

const mostShown = 100;

/** What earlier residents left of the own home, as the policies give it: to who lives there and to no neighbour. */
export async function leftFacts(tx: ViewerTx): Promise<LeftFact[]> {
  const rows = await tx.select({ id: leftFact.id, kind: leftFact.kind, year: leftFact.year }).from(leftFact).orderBy(desc(leftFact.leftOn), asc(leftFact.kind), leftFact.id).limit(mostShown);
  return rows.flatMap(({ id, kind, year }) => (isMeasureKind(kind) ? [{ id, kind, year }] : []));
}
