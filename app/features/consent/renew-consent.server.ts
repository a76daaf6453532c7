import { and, desc, eq } from "drizzle-orm";
import type { Audience } from "../../../db/schema/people.ts";
import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Gives a consent for an item once more, under the very text that this resident agreed to before: where something is put
 * back no text is shown.
 * @returns false when this resident never agreed to this audience for it
 */
export async function renewConsent(tx: ViewerTx, resident: Resident, subjectId: string, audience: Audience): Promise<boolean> {
  const [before] = await tx
    .select()
    .from(consent)
    .where(and(eq(consent.subjectId, subjectId), eq(consent.residentId, resident.residentId), eq(consent.householdId, resident.householdId), eq(consent.audience, audience)))
    .orderBy(desc(consent.givenAt))
    .limit(1);
  if (!before) return false;
  const { purpose, fieldGroup, textVersion, textShown, locale, neighbourhoodCode, householdId, residentId } = before;
  await tx.insert(consent).values({ neighbourhoodCode, householdId, residentId, purpose, fieldGroup, subjectId, audience, textVersion, textShown, locale });
  return true;
}
