import { asc, eq, inArray, sql } from "drizzle-orm";
import { building, organisation, type OrganisationKind } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** "small": in a building of one or two homes a request would say who asks. "nobody": nobody who manages it was invited yet. */
export type WhomToAsk = { managers: { id: string; name: string; kind: OrganisationKind }[]; why: null } | { managers: []; why: "small" | "nobody" };

/** Who manages the building of this resident and can be asked something together. */
export async function whomToAsk(tx: ViewerTx, { buildingId }: Resident): Promise<WhomToAsk> {
  const [home] = buildingId ? await tx.select({ homes: building.dwellingCount }).from(building).where(eq(building.id, buildingId)) : [];
  if (!home || home.homes < 3) return { managers: [], why: "small" };
  const managers = await tx
    .select({ id: organisation.id, name: organisation.name, kind: organisation.kind })
    .from(organisation)
    .where(inArray(organisation.id, sql`(select viewer.managers_here())`))
    .orderBy(asc(organisation.name));
  return managers.length > 0 ? { managers, why: null } : { managers: [], why: "nobody" };
}
