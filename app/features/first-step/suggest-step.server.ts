import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { putAside } from "../../../db/schema/homes.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { KindInHomesAlike } from "../measures/done-in-homes-alike.server.ts";
import type { Resident } from "../session/viewer.ts";
import { firstStep, type FirstStep, type Home } from "./first-step.ts";

/**
 * The step to suggest to a household, whether it is among its wishes, and what it put aside, oldest first.
 * @param alike what homes like theirs did, as far as this resident may see; null where they cannot be compared
 */
export async function suggestStep(tx: ViewerTx, { householdId }: Resident, home: Home, alike: KindInHomesAlike[] | null): Promise<{ step: FirstStep | null; wished: boolean; aside: MeasureKind[] }> {
  const own = await tx
    .selectDistinct({ kind: measure.kind })
    .from(measure)
    .where(and(eq(measure.householdId, householdId), inArray(measure.state, ["done", "planned"]), isNull(measure.withdrawnAt)));
  const put = await tx.select({ kind: putAside.kind }).from(putAside).where(eq(putAside.householdId, householdId)).orderBy(asc(putAside.putAt));
  const aside = put.map(({ kind }) => kind).filter(isMeasureKind);
  const step = firstStep({ home, has: new Set(own.map(({ kind }) => kind)), aside: new Set(aside), alike: alike && new Map(alike.map(({ kind, count }) => [kind, count])) });
  const wishes = step ? await tx.select({ id: wish.id }).from(wish).where(and(eq(wish.householdId, householdId), eq(wish.kind, step.kind), isNull(wish.withdrawnAt))).limit(1) : [];
  return { step, wished: wishes.length > 0, aside };
}
