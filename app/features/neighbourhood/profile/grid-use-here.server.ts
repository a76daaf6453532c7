import { sql } from "drizzle-orm";
import { type GridProduct, gridUse } from "../../../../db/schema/register.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** What connections use on average in a year: kWh of electricity, m³ of gas. It holds on 1 January of `year`. */
export type GridUseHere = { product: GridProduct; year: number; average: number; connections: number; operators: string };

/**
 * Averages of network operators over the ranges of postcodes in which homes of the neighbourhood lie, each range weighed by
 * its connections. A range counts whole, also where it goes on beyond the border; one across four digits says too little.
 * @returns newest year first
 */
export function gridUseHere(tx: ViewerTx, neighbourhoodCode: string): Promise<GridUseHere[]> {
  return tx
    .select({
      product: gridUse.product,
      year: gridUse.year,
      average: sql<number>`sum(${gridUse.averageUse} * ${gridUse.connections}) / sum(${gridUse.connections})`.mapWith(Number),
      connections: sql<number>`sum(${gridUse.connections})`.mapWith(Number),
      operators: sql<string>`string_agg(distinct ${gridUse.operator}, ', ')`,
    })
    .from(gridUse)
    .where(
      sql`left(${gridUse.postcodeFrom}, 4) = left(${gridUse.postcodeTo}, 4) and exists (
        select from dwelling d where d.neighbourhood_code = ${neighbourhoodCode} and d.is_home and d.ended_on is null
          and d.postcode between ${gridUse.postcodeFrom} and ${gridUse.postcodeTo})`,
    )
    .groupBy(gridUse.product, gridUse.year)
    .orderBy(sql`${gridUse.product} desc, ${gridUse.year} desc`);
}
