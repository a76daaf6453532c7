import { z } from "zod";
import type { ItemKind } from "../../../../db/schema/sharing.ts";
import { asViewer, type ViewerTx } from "../../../../db/viewer.server.ts";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { reportForm } from "../../moderation/report.schema.server.ts";
import { reportItem } from "../../moderation/report-item.server.ts";
import { newestShared } from "../../neighbourhood/newest-shared.server.ts";
import { isResident } from "../../session/guards.server.ts";
import type { Resident } from "../../session/viewer.ts";
import type { SharedItem } from "../../sharing/shared-item.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";

export type ReportForm = { items: Pick<SharedItem, "type" | "id" | "kind" | "title" | "shownName" | "streetName">[] };

const mostPages = 5;
const itemShape = /^(measure|wish|story):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A report of something that who helps sees as a neighbour, and the person may see as well. */
export const reportEntry: AssistedEntry<ReportForm> = {
  kind: "report",
  async form({ helper, onBehalf }) {
    if (!isResident(helper) || helper.neighbourhoodCode !== onBehalf.neighbourhoodCode) return { items: [] };
    return { items: await asViewer(helper, (tx) => newest(tx, helper)) };
  },
  read(form, locale) {
    const t = serverT(locale, "reports");
    const item = z.object({ item: z.string().regex(itemShape, serverT(locale, "assisted")("errors.item")) });
    const [report, about] = [parseForm(reportForm(t), form), parseForm(item, form)];
    if (!report.ok || !about.ok) return { ok: false, errors: { ...(about.ok ? {} : about.errors), ...(report.ok ? {} : report.errors) }, values: report.values };
    const [, kind, id] = itemShape.exec(about.value.item) as unknown as [string, ItemKind, string];
    return { ok: true, seen: id, write: (tx, onBehalf) => reportItem(tx, onBehalf, { kind, id }, report.value) };
  },
};

async function newest(tx: ViewerTx, helper: Resident): Promise<ReportForm["items"]> {
  const found: SharedItem[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const { items, next }: Awaited<ReturnType<typeof newestShared>> = await newestShared(tx, helper, after);
    found.push(...items);
    if (!next) break;
    after = next;
  }
  return found.map(({ type, id, kind, title, shownName, streetName }) => ({ type, id, kind, title, shownName, streetName }));
}
