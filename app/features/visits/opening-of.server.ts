import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** The opening at which a neighbour's measure can be seen, and where one can come now; null where there is none that this resident sees. */
export async function openingOf(tx: ViewerTx, measureId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: sql<string>`v.id` })
    .from(sql`viewer.visits_seen() v`)
    .where(sql`${measureId}::uuid = any (v.measures) and (v.by_appointment or exists (select from viewer.visit_slots_seen() s where s.visit_id = v.id))`)
    .orderBy(sql`v.id`)
    .limit(1);
  return found?.id ?? null;
}
