import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { waiting } from "../../../db/schema/auth.ts";
import { municipality, neighbourhood } from "../../../db/schema/register.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { Moderator } from "../session/viewer.ts";

export type WaitingCount = { code: string; name: string; municipalityName: string | null; waiting: number; since: Date };

/**
 * How many people wait, per neighbourhood that is not served yet, in the municipalities of this moderator. Counts of
 * confirmed e-mail addresses only; who they are stays in the schema of accounts.
 */
export async function waitingCounts(moderator: Moderator): Promise<WaitingCount[]> {
  return asAuth(async (tx) => {
    const own = tx
      .select({ code: neighbourhood.municipalityCode })
      .from(neighbourhood)
      .where(inArray(neighbourhood.code, [...moderator.moderates]));
    const waitingHere = count(waiting.id);
    return tx
      .select({
        code: neighbourhood.code,
        name: neighbourhood.name,
        municipalityName: municipality.name,
        waiting: waitingHere,
        since: sql<Date>`min(${waiting.confirmedAt})`.mapWith(waiting.confirmedAt),
      })
      .from(waiting)
      .innerJoin(neighbourhood, eq(neighbourhood.code, waiting.neighbourhoodCode))
      .leftJoin(municipality, eq(municipality.code, neighbourhood.municipalityCode))
      .where(and(eq(neighbourhood.served, false), isNull(neighbourhood.endedOn), isNotNull(waiting.confirmedAt), inArray(neighbourhood.municipalityCode, own)))
      .groupBy(neighbourhood.code, neighbourhood.name, municipality.name)
      .orderBy(desc(waitingHere), asc(neighbourhood.name));
  });
}
