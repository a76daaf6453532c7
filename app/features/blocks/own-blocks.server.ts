import { desc, eq } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { block } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Whom this person blocked, newest first: the name that was shown then and since when, never an address. */
export function ownBlocks(tx: ViewerTx, { residentId }: Resident) {
  return tx
    .select({ id: block.id, shownName: block.shownName, streetName: street.name, createdAt: block.createdAt })
    .from(block)
    .innerJoin(street, eq(street.id, block.streetId))
    .where(eq(block.residentId, residentId))
    .orderBy(desc(block.createdAt));
}
