import { redirect } from "@remix-run/node";
import { asViewer } from "../../../db/viewer.server.ts";
import { idIn } from "../../http/id-in.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { type ModeratedReport, moderatedReport } from "./reports.server.ts";

/**
 * The report that a page is about, for a decision on it.
 * @throws 404 when it isn't for this moderator; a redirect to the report when it has been decided
 */
export async function openReport(moderator: Moderator, params: { id?: string }): Promise<ModeratedReport> {
  const id = idIn(params);
  const report = await asViewer(moderator, (tx) => moderatedReport(tx, moderator, id));
  if (!report) throw notFound();
  if (report.closedAt) throw redirect(`/beheer/meldingen/${id}`, 303);
  return report;
}
