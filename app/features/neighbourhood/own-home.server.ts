import { eq } from "drizzle-orm";
import { building, dwelling, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { ownLabel } from "./own-label.server.ts";

/** What the public registers say of the own home, with its energy label; the area is in m². */
export async function ownHome(tx: ViewerTx, dwellingId: string) {
  const [found] = await tx
    .select({
      streetName: street.name,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      postcode: dwelling.postcode,
      placeName: street.placeName,
      dwellingType: dwelling.dwellingType,
      areaM2: dwelling.areaM2,
      builtYear: building.builtYear,
      sourceDate: dwelling.sourceDate,
    })
    .from(dwelling)
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .where(eq(dwelling.id, dwellingId));
  return found ? { ...found, label: await ownLabel(tx, dwellingId) } : null;
}
