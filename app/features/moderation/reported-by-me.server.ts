import { inArray, sql } from "drizzle-orm";
import { report } from "../../../db/schema/sharing.ts";

/** Reports that the viewer made; nobody reads the column that says whose a report is. */
export const reportedByMe = inArray(report.id, sql`(select viewer.own_reports())`);
