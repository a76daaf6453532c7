import { and, desc, eq, gte, lte } from "drizzle-orm";
import { gridProducts, type GridProduct, gridUse } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** An average over the connections of a range of postcodes: kWh a year of electricity, m³ a year of gas; holds on 1 January of `year`. */
export type PostcodeUse = { product: GridProduct; from: string; to: string; connections: number; average: number; year: number; operator: string };

/**
 * Per product the newest figure of the range that holds a postcode. Operators join codes that follow each other in their own
 * network until there are ten connections, so a range across four digits may span towns that it says nothing of: only a
 * range within the own four digits counts. Of several of one year, the one that begins closest.
 * @param postcode of the register, 1234AB
 * @returns none, one or both products, electricity first
 */
export async function useOfPostcode(tx: ViewerTx, postcode: string | null): Promise<PostcodeUse[]> {
  if (!postcode) return [];
  const digits = postcode.slice(0, 4);
  const found: PostcodeUse[] = [];
  for (const product of gridProducts) {
    const [row] = await tx
      .select({ product: gridUse.product, from: gridUse.postcodeFrom, to: gridUse.postcodeTo, connections: gridUse.connections, average: gridUse.averageUse, year: gridUse.year, operator: gridUse.operator })
      .from(gridUse)
      .where(and(eq(gridUse.product, product), gte(gridUse.postcodeFrom, `${digits}AA`), lte(gridUse.postcodeFrom, postcode), gte(gridUse.postcodeTo, postcode), lte(gridUse.postcodeTo, `${digits}ZZ`)))
      .orderBy(desc(gridUse.year), desc(gridUse.postcodeFrom), gridUse.postcodeTo, gridUse.operator)
      .limit(1);
    if (row) found.push(row);
  }
  return found;
}
