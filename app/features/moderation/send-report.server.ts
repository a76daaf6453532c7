import { redirect } from "@remix-run/node";
import type { ReportedKind } from "../../../db/schema/sharing.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { reportForm } from "./report.schema.server.ts";
import { reportItem } from "./report-item.server.ts";

/** Takes in a report form and goes to its receipt. @throws 404 when there is no such item of a neighbour */
export async function sendReport(resident: Resident, kind: ReportedKind, id: string | undefined, form: FormData) {
  const parsed = parseForm(reportForm(serverT(resident.locale, "reports")), form);
  if (!parsed.ok) return formProblem(parsed);
  const made = isUuid(id) ? await asViewer(resident, (tx) => reportItem(tx, resident, { kind, id }, parsed.value)) : null;
  if (!made) throw notFound();
  return redirect(`/meldingen/${made}`, 303);
}
