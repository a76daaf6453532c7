import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { dwelling, neighbourhood, street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";

/** A home at which somebody may help. It says nothing of who lives there. */
export type HelpAddress = { dwellingId: string; line: string; postcode: string | null };

const most = 40;
const mayHelp = sql`viewer.may_help(${dwelling.streetId}, ${dwelling.neighbourhoodCode}, ${dwelling.buildingId})`;

function homes(tx: ViewerTx) {
  return tx
    .select({ dwellingId: dwelling.id, streetName: street.name, postcode: dwelling.postcode, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .innerJoin(neighbourhood, and(eq(neighbourhood.code, dwelling.neighbourhoodCode), eq(neighbourhood.served, true)))
    .$dynamic();
}

const isHome = and(eq(dwelling.isHome, true), isNull(dwelling.endedOn), mayHelp);
const written = ({ dwellingId, streetName, postcode, ...number }: Awaited<ReturnType<typeof homes>>[number]): HelpAddress => ({ dwellingId, line: `${streetName} ${writtenNumber(number)}`, postcode });

/**
 * Addresses of the own street or building, or of the neighbourhoods that one moderates, by number, street and number, or
 * postcode and number.
 * @returns no more than {@link most}, in the order of the street
 */
export async function findHelpAddresses(tx: ViewerTx, text: string): Promise<HelpAddress[]> {
  const asked = /^\s*(.*?)\s*(\d{1,5})\s*[-a-z\d]{0,6}\s*$/i.exec(text.slice(0, 80));
  if (!asked) return [];
  const [, where, number] = asked as unknown as [string, string, string];
  const postcode = /^(\d{4})\s?([a-z]{2})$/i.exec(where);
  const place = postcode ? eq(dwelling.postcode, `${postcode[1]}${postcode[2]!.toUpperCase()}`) : where ? sql`position(lower(${where}) in lower(${street.name})) > 0` : undefined;
  const rows = await homes(tx)
    .where(and(isHome, eq(dwelling.houseNumber, Number(number)), place))
    .orderBy(asc(street.name), asc(dwelling.houseLetter), asc(dwelling.houseAddition), asc(dwelling.id))
    .limit(most);
  return rows.map(written);
}

/** One such address; null when there is none where this viewer may help. */
export async function helpAddress(tx: ViewerTx, dwellingId: string): Promise<HelpAddress | null> {
  const [row] = await homes(tx).where(and(isHome, eq(dwelling.id, dwellingId))).limit(1);
  return row ? written(row) : null;
}

/** The address of whoever is helped in this transaction. */
export async function assistedAddress(tx: ViewerTx, dwellingId: string): Promise<{ line: string; streetName: string; neighbourhoodName: string }> {
  const [row] = await tx
    .select({ streetName: street.name, neighbourhoodName: neighbourhood.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .innerJoin(neighbourhood, eq(neighbourhood.code, dwelling.neighbourhoodCode))
    .where(eq(dwelling.id, dwellingId));
  if (!row) throw new Error("A home in which somebody is helped is not in the register any more.");
  const { streetName, neighbourhoodName, ...number } = row;
  return { line: `${streetName} ${writtenNumber(number)}`, streetName, neighbourhoodName };
}
