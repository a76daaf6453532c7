import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/**
 * Places where a neighbour who shows their home may be asked, or lets neighbours in; by building, or by home where it stands in
 * none. Who shows their street only is at no place.
 */
export async function openDoors(tx: ViewerTx): Promise<Map<string, { mayAsk: boolean; mayVisit: boolean }>> {
  const rows = await tx
    .select({ place: sql<string>`d.place`, mayAsk: sql<boolean>`bool_or(d.ask)`, mayVisit: sql<boolean>`bool_or(d.visit)` })
    .from(
      sql`(select coalesce(k.building_id, k.dwelling_id) as place, true as ask, false as visit from viewer.koplopers_seen() k where k.dwelling_id is not null
        union all select coalesce(v.building_id, v.dwelling_id), false, true from viewer.visits_seen() v where v.dwelling_id is not null
          and (v.by_appointment or exists (select from viewer.visit_slots_seen() s where s.visit_id = v.id))) d`,
    )
    .groupBy(sql`d.place`);
  return new Map(rows.map(({ place, ...may }) => [place, may]));
}
