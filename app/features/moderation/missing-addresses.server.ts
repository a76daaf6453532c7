import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { missingAddress } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** Somebody could not find their address. The e-mail address of who asked stays out of sight. */
export type MissingAddress = {
  id: string;
  /** Null when the postcode is in no neighbourhood that is known; then every moderator sees it. */
  neighbourhoodName: string | null;
  postcode: string;
  houseNumber: string;
  streetName: string | null;
  note: string | null;
  createdAt: Date;
  handledAt: Date | null;
  outcome: string | null;
};

const columns = {
  id: missingAddress.id,
  neighbourhoodName: neighbourhood.name,
  postcode: missingAddress.postcode,
  houseNumber: missingAddress.houseNumber,
  streetName: missingAddress.streetName,
  note: missingAddress.note,
  createdAt: missingAddress.createdAt,
  handledAt: missingAddress.handledAt,
  outcome: missingAddress.outcome,
};
const found = (tx: ViewerTx) => tx.select(columns).from(missingAddress).leftJoin(neighbourhood, eq(neighbourhood.code, missingAddress.neighbourhoodCode));

/** Missing addresses that wait for an answer, oldest first. */
export async function openMissingAddresses(tx: ViewerTx): Promise<MissingAddress[]> {
  return found(tx).where(isNull(missingAddress.handledAt)).orderBy(asc(missingAddress.createdAt));
}

/** The last twenty that were answered, newest first. */
export async function handledMissingAddresses(tx: ViewerTx): Promise<MissingAddress[]> {
  return found(tx).where(isNotNull(missingAddress.handledAt)).orderBy(desc(missingAddress.handledAt)).limit(20);
}

/** One that still waits for an answer; null when there is none that this moderator may see. */
export async function openMissingAddress(tx: ViewerTx, id: string): Promise<MissingAddress | null> {
  const [row] = await found(tx).where(and(eq(missingAddress.id, id), isNull(missingAddress.handledAt)));
  return row ?? null;
}
