import type { ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Resident } from "../session/viewer.ts";
import { findMeasure, type FoundMeasure } from "./find-measure.server.ts";

/** A measure of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownMeasure(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundMeasure> {
  const found = id ? await findMeasure(tx, resident, id) : null;
  if (!found?.own) throw notFound();
  return found;
}
