import { eq, sql } from "drizzle-orm";
import { building, dwelling, type DwellingType, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import type { Resident } from "../session/viewer.ts";
import { writtenPostcode } from "../../i18n/postcode.ts";

/** What the public registers say of somebody's own home; area in m², null is unknown. */
export type OwnHome = { line: string; postcode: string; place: string; builtYear: number | null; areaM2: number | null; kind: DwellingType; sourceDate: string | null };

/** The public facts of one's own home. */
export async function ownHome(tx: ViewerTx, resident: Resident): Promise<OwnHome> {
  const [row] = await tx
    .select({
      streetName: street.name,
      place: street.placeName,
      postcode: dwelling.postcode,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      builtYear: building.builtYear,
      areaM2: dwelling.areaM2,
      kind: sql<DwellingType | null>`coalesce(${dwelling.dwellingType}, ${building.dwellingType})`,
      sourceDate: dwelling.sourceDate,
    })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(eq(dwelling.id, resident.dwellingId));
  if (!row) throw new Error("The home of a resident is not in the register.");
  const { streetName, place, postcode, builtYear, areaM2, kind, sourceDate } = row;
  return { line: `${streetName} ${writtenNumber(row)}`, postcode: writtenPostcode(postcode), place: place ?? "", builtYear, areaM2, kind: kind ?? "unknown", sourceDate };
}
