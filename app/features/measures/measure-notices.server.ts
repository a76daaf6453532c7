import { and, eq, ne, notExists, sql } from "drizzle-orm";
import { notice } from "../../../db/schema/notices.ts";
import { household, resident } from "../../../db/schema/people.ts";
import { building, dwelling } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { likeMyHome } from "../neighbourhood/homes-like-mine.server.ts";
import type { NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

/**
 * A household shares a measure: told in homes like its own, once however often its audience changes. What kind of home it is
 * comes from the register, since what a household says of its own home is for that household only; of a home of which nothing
 * can be said nobody is told. The subject is the measure, its title is its kind.
 */
export const measureNotices: NoticeSources<KindOf<"homes">> = {
  "measure-shared": {
    recipients: async (tx, { subjectId }) => {
      const [shared] = await tx
        .select({ householdId: measure.householdId, neighbourhoodCode: measure.neighbourhoodCode, dwellingType: dwelling.dwellingType, builtYear: building.builtYear, areaM2: dwelling.areaM2 })
        .from(measure)
        .innerJoin(dwelling, eq(dwelling.id, measure.dwellingId))
        .leftJoin(building, eq(building.id, dwelling.buildingId))
        .where(eq(measure.id, subjectId));
      const alike = shared && likeMyHome(shared);
      if (!alike) return [];
      const rows = await tx
        .select({ id: resident.id })
        .from(resident)
        .innerJoin(household, eq(household.id, resident.householdId))
        .innerJoin(dwelling, eq(dwelling.id, household.dwellingId))
        .leftJoin(building, eq(building.id, dwelling.buildingId))
        .where(
          and(
            alike,
            eq(household.neighbourhoodCode, shared.neighbourhoodCode),
            ne(household.id, shared.householdId),
            notExists(tx.select({ one: sql`1` }).from(notice).where(and(eq(notice.residentId, resident.id), eq(notice.kind, "measure-shared"), eq(notice.subjectId, subjectId)))),
          ),
        );
      return rows.map(({ id }) => id);
    },
    visible: ({ subjectId }) => sql`exists (select from measure m where m.id = ${subjectId} and m.withdrawn_at is null and m.hidden_at is null
      and m.audience <> 'household' and m.household_id <> (select viewer.household_id()))`,
    titleIsKind: true,
    title: ({ subjectId }) => sql`(select m.kind from measure m where m.id = ${subjectId})`,
  },
};
