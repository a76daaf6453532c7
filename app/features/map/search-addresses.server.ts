import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import { dwelling, street, streetInNeighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { writtenNumber } from "./building-address.ts";

/** What a search found: public addresses and streets of one's own neighbourhood, whoever lives there. */
export type Found = {
  streets: { id: string; name: string; homes: number }[];
  addresses: { place: string; street: string; number: string }[];
};

const most = 12;

/** Finds streets by (a part of) their name, addresses by street and number or by postcode and number. */
export async function searchAddresses(tx: ViewerTx, neighbourhoodCode: string, text: string): Promise<Found> {
  const asked = readQuestion(text);
  if (!asked) return { streets: [], addresses: [] };
  const streets = asked.name ? (await streetsOf(tx, neighbourhoodCode)).filter((one) => plain(one.name).includes(asked.name!)) : [];
  if (asked.number === null) return { streets: streets.slice(0, most), addresses: [] };
  const where = asked.postcode ? eq(dwelling.postcode, asked.postcode) : or(...streets.slice(0, most).map((one) => eq(dwelling.streetId, one.id)));
  if (!where) return { streets: [], addresses: [] };
  return { streets: [], addresses: await addressesAt(tx, neighbourhoodCode, and(where, eq(dwelling.houseNumber, asked.number))!) };
}

/** The place that was searched for, when nothing else was found. */
export function onlyAddress(found: Found | null): string | null {
  return found?.streets.length === 0 && found.addresses.length === 1 ? found.addresses[0]!.place : null;
}

async function addressesAt(tx: ViewerTx, neighbourhoodCode: string, where: SQL): Promise<Found["addresses"]> {
  const rows = await tx
    .select({
      id: dwelling.id, buildingId: dwelling.buildingId, street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition,
    })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .where(and(eq(dwelling.neighbourhoodCode, neighbourhoodCode), isNull(dwelling.endedOn), where))
    .orderBy(asc(street.name), asc(dwelling.houseLetter), asc(dwelling.houseAddition), asc(dwelling.id))
    .limit(most);
  return rows.map(({ id, buildingId, street: name, ...number }) => ({ place: buildingId ?? id, street: name, number: writtenNumber(number) }));
}

/** The streets of a neighbourhood by name, with the number of homes there. */
async function streetsOf(tx: ViewerTx, neighbourhoodCode: string): Promise<Found["streets"]> {
  return tx
    .select({ id: street.id, name: street.name, homes: streetInNeighbourhood.homeCount })
    .from(streetInNeighbourhood)
    .innerJoin(street, eq(street.id, streetInNeighbourhood.streetId))
    .where(eq(streetInNeighbourhood.neighbourhoodCode, neighbourhoodCode))
    .orderBy(asc(street.name));
}

/** "Kastanjelaan 12", "12 kastanjelaan", "1382 ab 12", "kastanje": a name without accents and capitals, or a postcode, and a number. */
function readQuestion(text: string): { name: string | null; postcode: string | null; number: number | null } | null {
  const asked = text.trim().slice(0, 80);
  const postcode = /^(\d{4})\s?([a-z]{2})(?:\s+(\d{1,5})|$)/i.exec(asked);
  if (postcode) return { name: null, postcode: `${postcode[1]}${postcode[2]!.toUpperCase()}`, number: postcode[3] ? Number(postcode[3]) : null };
  const numbered = /^(\D{2,}?)\s*(\d{1,5})\s*[-a-z\d]{0,6}$/i.exec(asked) ?? /^()(\d{1,5})$/.exec(asked);
  const name = plain(numbered ? numbered[1]! : asked);
  if (name.length < 2) return null;
  return { name, postcode: null, number: numbered ? Number(numbered[2]) : null };
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
