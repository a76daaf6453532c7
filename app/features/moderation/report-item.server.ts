import { randomInt } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import { type ItemKind, report, type ReportCategory, sharedItems } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

// No letters or digits that look alike: a receipt is read out over the phone.
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * Reports a neighbour's measure, wish or story to the moderators of the neighbourhood.
 * @returns the id of the report, whose receipt the reporter keeps; null when there is no such item of a neighbour
 */
export async function reportItem(
  tx: ViewerTx,
  resident: Resident,
  subject: { kind: ItemKind; id: string },
  input: { category: ReportCategory; note: string | null },
): Promise<string | null> {
  const table = sharedItems[subject.kind];
  const [found] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, subject.id), ne(table.householdId, resident.householdId), isNull(table.withdrawnAt)));
  if (!found) return null;
  const [made] = await tx
    .insert(report)
    .values({
      receipt: Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join(""),
      neighbourhoodCode: resident.neighbourhoodCode,
      reporterId: resident.residentId,
      reporterHouseholdId: resident.householdId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...input,
    })
    .returning({ id: report.id });
  return made!.id;
}
