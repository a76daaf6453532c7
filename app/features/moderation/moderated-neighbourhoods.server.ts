import { asc, inArray } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

/** The neighbourhoods of this moderator, by name. */
export async function moderatedNeighbourhoods(tx: ViewerTx, moderator: Moderator): Promise<{ code: string; name: string; served: boolean }[]> {
  return tx
    .select({ code: neighbourhood.code, name: neighbourhood.name, served: neighbourhood.served })
    .from(neighbourhood)
    .where(inArray(neighbourhood.code, [...moderator.moderates]))
    .orderBy(asc(neighbourhood.name));
}
