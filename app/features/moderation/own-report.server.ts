import { and, eq } from "drizzle-orm";
import { report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { reportedByMe } from "./reported-by-me.server.ts";

const columns = {
  receipt: report.receipt,
  subjectKind: report.subjectKind,
  category: report.category,
  note: report.note,
  createdAt: report.createdAt,
  decision: report.decision,
  decisionNote: report.decisionNote,
};

/** One report of this resident, as its receipt shows it; null for anybody else's. */
export async function ownReport(tx: ViewerTx, id: string) {
  const [found] = await tx
    .select(columns)
    .from(report)
    .where(and(eq(report.id, id), reportedByMe));
  return found ?? null;
}
