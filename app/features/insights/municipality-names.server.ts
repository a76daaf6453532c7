import { asc, inArray } from "drizzle-orm";
import { municipality } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** The names of municipalities, in order. */
export async function municipalityNames(tx: ViewerTx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx.select({ name: municipality.name }).from(municipality).where(inArray(municipality.code, [...codes])).orderBy(asc(municipality.name));
  return rows.map(({ name }) => name);
}
