import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";

export type ContactPerson = { grantId: string; accountId: string; shownName: string | null; ofBuilding: boolean };

/** The contact persons who agreed to be shown: of one's own street and building, and unless told otherwise of the neighbourhoods that one moderates. */
export function contactPersons(tx: ViewerTx, which: "own" | "all" = "all"): Promise<ContactPerson[]> {
  return tx
    .select({
      grantId: sql<string>`c.grant_id`,
      accountId: sql<string>`c.account_id`,
      shownName: sql<string | null>`c.shown_name`,
      ofBuilding: sql<boolean>`c.building_id is not null`,
    })
    .from(sql`viewer.contact_persons() c`)
    .where(which === "own" ? sql`c.street_id = viewer.street_id() or c.building_id = viewer.building_id()` : undefined)
    .orderBy(sql`c.shown_name nulls last, c.grant_id`);
}
