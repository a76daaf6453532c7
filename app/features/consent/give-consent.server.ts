import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type ConsentSubject, consentText } from "./consent-text.server.ts";

/** What one row of the ledger covers: an item's id, and which fields of it. */
export type ConsentScope = { subjectId: string | null; fieldGroup: string };

/** Adds a row to the ledger, with the text as this resident saw it. */
export async function giveConsent(tx: ViewerTx, resident: Resident, subject: ConsentSubject, scope: ConsentScope): Promise<void> {
  const { version, text } = consentText(resident.locale, subject, resident);
  await tx.insert(consent).values({
    neighbourhoodCode: resident.neighbourhoodCode,
    householdId: resident.householdId,
    residentId: resident.residentId,
    purpose: subject.purpose,
    fieldGroup: scope.fieldGroup,
    subjectId: scope.subjectId,
    audience: "audience" in subject ? subject.audience : null,
    textVersion: version,
    textShown: text,
    locale: resident.locale,
  });
}
