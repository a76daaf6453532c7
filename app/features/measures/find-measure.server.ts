import { and, asc, eq } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { measure, photo } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";
import { isMeasureKind } from "./catalogue.ts";

export type FoundMeasure = NonNullable<Awaited<ReturnType<typeof findMeasure>>>;

/** A measure with its photos, as far as this resident may see it; null for what isn't there and for what isn't theirs to see. */
export async function findMeasure(tx: ViewerTx, resident: Resident, id: string) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: measure.id,
      householdId: measure.householdId,
      residentId: measure.residentId,
      kind: measure.kind,
      state: measure.state,
      year: measure.year,
      costRange: measure.costRange,
      doneBy: measure.doneBy,
      satisfaction: measure.satisfaction,
      experience: measure.experience,
      wouldDoDifferently: measure.wouldDoDifferently,
      gasBeforeM3: measure.gasBeforeM3,
      gasAfterM3: measure.gasAfterM3,
      powerBeforeKwh: measure.powerBeforeKwh,
      powerAfterKwh: measure.powerAfterKwh,
      mayAsk: measure.mayAsk,
      mayVisit: measure.mayVisit,
      shownName: measure.shownName,
      streetName: street.name,
      audience: measure.audience,
      sharedAt: measure.sharedAt,
      updatedAt: measure.updatedAt,
      narrowedAt: measure.narrowedAt,
      withdrawnAt: measure.withdrawnAt,
      hiddenAt: measure.hiddenAt,
    })
    .from(measure)
    .innerJoin(street, eq(street.id, measure.streetId))
    .where(and(eq(measure.id, id), eq(measure.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!row || !isMeasureKind(row.kind)) return null;
  const photos = await tx
    .select({ id: photo.id, width: photo.width, height: photo.height, alt: photo.alt })
    .from(photo)
    .where(eq(photo.measureId, id))
    .orderBy(asc(photo.createdAt));
  const { householdId, residentId, ...rest } = row;
  return { ...rest, kind: row.kind, photos, own: householdId === resident.householdId, mine: residentId === resident.residentId };
}
