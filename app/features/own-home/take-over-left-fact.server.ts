import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Resident } from "../session/viewer.ts";
import { removeLeftFact } from "./remove-left-fact.server.ts";

/**
 * Makes what earlier residents left a measure of the own household, for itself only until it chooses otherwise.
 * @returns the measure's id; null when there is no such fact of this home, as when a housemate was first
 */
export async function takeOverLeftFact(tx: ViewerTx, resident: Resident, id: string): Promise<string | null> {
  const fact = await removeLeftFact(tx, id);
  if (!fact || !isMeasureKind(fact.kind)) return null;
  return shareMeasure(tx, resident, { kind: fact.kind, state: "done", year: fact.year, costRange: null, doneBy: "previous_owner", audience: "household" });
}
