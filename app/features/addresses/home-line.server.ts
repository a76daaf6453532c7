import { eq } from "drizzle-orm";
import { dwelling, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";

/** Street and number of a home in a neighbourhood that the viewer lives in or moderates; '' where the register has none. */
export async function homeLine(tx: ViewerTx, dwellingId: string): Promise<string> {
  const [row] = await tx
    .select({ name: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .where(eq(dwelling.id, dwellingId));
  return row ? `${row.name} ${writtenNumber(row)}` : "";
}
