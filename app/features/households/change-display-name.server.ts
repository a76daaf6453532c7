import { and, eq, isNotNull, sql } from "drizzle-orm";
import { jointRequestPart } from "../../../db/schema/joint.ts";
import { resident as residentTable } from "../../../db/schema/people.ts";
import { outcomeVerdict, questionClaim } from "../../../db/schema/questions.ts";
import { allTables, wishJoin } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { endConsentTo } from "../consent/end-consent.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";

/**
 * Changes the name that neighbours see, on everything that this resident shared and joined before as well.
 * @param name a first name of at most 40 characters; null is "iemand uit de <straat>"
 */
export async function changeDisplayName(tx: ViewerTx, resident: Resident, name: string | null): Promise<void> {
  if (name === resident.displayName) return;
  const { residentId, householdId } = resident;
  await tx.update(residentTable).set({ displayName: name }).where(eq(residentTable.id, residentId));
  for (const table of [...allTables, wishJoin, questionClaim, outcomeVerdict]) {
    await tx
      .update(table)
      .set({ shownName: name })
      .where(and(eq(table.householdId, householdId), eq(table.residentId, residentId)));
  }
  // Whoever takes part in a joint request without a name still does.
  await tx
    .update(jointRequestPart)
    .set({ shownName: name })
    .where(and(eq(jointRequestPart.householdId, householdId), eq(jointRequestPart.residentId, residentId), isNotNull(jointRequestPart.shownName)));
  await tx.execute(sql`select viewer.rename_in_threads(${name})`);
  await endConsentTo(tx, resident, "display_name", "resident");
  if (name !== null) await giveConsent(tx, resident, { purpose: "display_name" }, { subjectId: null, fieldGroup: "name" });
}
