import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { address, dwelling, neighbourhood, street } from "../../../db/schema/register.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import { writtenPostcode } from "../../i18n/postcode.ts";

/** An address from the public register, and whether one can join there. It never says whether anybody has. */
export type FoundAddress = {
  dwellingId: string;
  /** Street and number as on the door. */
  line: string;
  number: string;
  postcode: string;
  place: string;
  neighbourhood: { code: string; name: string; served: boolean } | null;
};

const columns = {
  dwellingId: dwelling.id,
  streetName: street.name,
  place: street.placeName,
  postcode: address.postcode,
  houseNumber: address.houseNumber,
  houseLetter: address.houseLetter,
  houseAddition: address.houseAddition,
  neighbourhoodCode: neighbourhood.code,
  neighbourhoodName: neighbourhood.name,
  served: neighbourhood.served,
};

function homes(tx: AuthTx) {
  return tx
    .select(columns)
    .from(address)
    .innerJoin(dwelling, and(eq(dwelling.id, address.dwellingId), isNull(dwelling.endedOn), dwelling.isHome))
    .innerJoin(street, eq(street.id, address.streetId))
    .leftJoin(neighbourhood, and(eq(neighbourhood.code, dwelling.neighbourhoodCode), isNull(neighbourhood.endedOn)))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof homes>>[number];

function found(row: Row): FoundAddress {
  const { neighbourhoodCode: code, neighbourhoodName: name, served } = row;
  return {
    dwellingId: row.dwellingId,
    line: `${row.streetName} ${writtenNumber(row)}`,
    number: writtenNumber(row),
    postcode: writtenPostcode(row.postcode),
    place: row.place ?? "",
    neighbourhood: code && name ? { code, name, served: served ?? false } : null,
  };
}

const compare = new Intl.Collator("nl", { numeric: true }).compare;

/**
 * The homes with a postcode (1234AB) and house number, in the order of their letters and additions.
 * @param typed the number as it was typed, perhaps with a letter or addition: then those homes only, if there are any
 */
export async function findAddresses(postcode: string, typed: string): Promise<FoundAddress[]> {
  const rows = await asAuth((tx) => homes(tx).where(and(eq(address.postcode, postcode), eq(address.houseNumber, Number.parseInt(typed, 10)), isNull(address.endedOn))));
  const all = rows.map(found).sort((a, b) => compare(a.number, b.number) || compare(a.line, b.line));
  const bare = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  const exact = all.filter(({ number }) => bare(number) === bare(typed));
  return exact.length && bare(typed) !== String(Number.parseInt(typed, 10)) ? exact : all;
}

/** The main address of a home, or null. */
export async function findHome(tx: AuthTx, dwellingId: string): Promise<FoundAddress | null> {
  const [row] = await homes(tx).where(and(eq(dwelling.id, dwellingId), isNull(address.endedOn))).orderBy(sql`${address.isMain} desc`).limit(1);
  return row ? found(row) : null;
}

/** The main addresses of homes, by their id. */
export async function findHomes(tx: AuthTx, dwellingIds: readonly string[]): Promise<Map<string, FoundAddress>> {
  const rows = await homes(tx).where(and(inArray(dwelling.id, dwellingIds), isNull(address.endedOn))).orderBy(sql`${address.isMain}`);
  return new Map(rows.map((row) => [row.dwellingId, found(row)]));
}

/** The main address of a home, or null; for who isn't in a transaction. */
export function addressOfHome(dwellingId: string): Promise<FoundAddress | null> {
  return asAuth((tx) => findHome(tx, dwellingId));
}
