import { and, eq, isNull } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { endConsentTo } from "./end-consent.server.ts";
import { giveConsent } from "./give-consent.server.ts";

/** Whether the household of this resident may be counted in published figures: one adult's yes, until any adult's no. */
export async function countsInFigures(tx: ViewerTx, resident: Resident): Promise<boolean> {
  const [given] = await tx
    .select({ id: consent.id })
    .from(consent)
    .where(and(eq(consent.householdId, resident.householdId), eq(consent.purpose, "published_figures"), isNull(consent.withdrawnAt)))
    .limit(1);
  return given !== undefined;
}

/** Answers whether the household may be counted in published figures. The same answer again changes nothing. */
export async function answerFigures(tx: ViewerTx, resident: Resident, yes: boolean): Promise<void> {
  if ((await countsInFigures(tx, resident)) === yes) return;
  if (yes) await giveConsent(tx, resident, { purpose: "published_figures" }, { subjectId: null, fieldGroup: "household" });
  else await endConsentTo(tx, resident, "published_figures", "household");
}
