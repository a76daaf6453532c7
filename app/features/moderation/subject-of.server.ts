import { eq } from "drizzle-orm";
import { appeal, report, type ReportedKind } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** What a report or an appeal is about; null where the viewer may not read it. */
export async function subjectOf(tx: ViewerTx, about: { report: string } | { appeal: string }): Promise<{ kind: ReportedKind; id: string } | null> {
  const table = "report" in about ? report : appeal;
  const [subject] = await tx
    .select({ kind: table.subjectKind, id: table.subjectId })
    .from(table)
    .where(eq(table.id, "report" in about ? about.report : about.appeal));
  return subject ?? null;
}
