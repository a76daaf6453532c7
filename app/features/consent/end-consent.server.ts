import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent, type ConsentPurpose } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** Takes back the consent for one item, if there is one; that it stays with the home only where asked. The item's own verb writes the journal. */
export async function endConsentFor(tx: ViewerTx, resident: Resident, subjectId: string, which: "all" | "sharing" = "all"): Promise<void> {
  await end(tx, resident, and(eq(consent.subjectId, subjectId), which === "sharing" ? ne(consent.purpose, "leave_behind") : undefined));
}

/** Takes back the consent for a purpose that isn't about an item: of this resident, or with "household" of everybody in it. */
export async function endConsentTo(tx: ViewerTx, resident: Resident, purpose: ConsentPurpose, whose: "resident" | "household"): Promise<void> {
  const mine = whose === "resident" ? eq(consent.residentId, resident.residentId) : undefined;
  const ended = await end(tx, resident, and(eq(consent.purpose, purpose), isNull(consent.subjectId), mine));
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}

function end(tx: ViewerTx, resident: Resident, which: SQL | undefined) {
  return tx
    .update(consent)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId })
    .where(and(eq(consent.householdId, resident.householdId), isNull(consent.withdrawnAt), which))
    .returning({ id: consent.id });
}
