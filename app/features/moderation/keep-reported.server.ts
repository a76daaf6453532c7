import { sql } from "drizzle-orm";
import type { ReportCategory } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { houseRules } from "./house-rules.ts";
import { tellReporters } from "./tell-reporters.server.ts";

/**
 * Leaves a reported item as it is, and says why to who reported it.
 * @param rule the house rule that it was held against
 * @returns "decided" when somebody decided before, null when the report is not for this moderator
 */
export async function keepReported(tx: ViewerTx, reportId: string, { rule, note }: { rule: ReportCategory; note: string }): Promise<"kept" | "decided" | null> {
  const [done] = await tx
    .select({ outcome: sql<"kept" | "decided" | null>`viewer.keep_reported(${reportId}, ${rule}, ${houseRules.version}, ${note})` })
    .from(sql`(select) as nothing`);
  if (done?.outcome === "kept") await tellReporters(tx, reportId);
  return done?.outcome ?? null;
}
