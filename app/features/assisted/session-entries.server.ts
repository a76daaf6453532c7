import { asc, eq, inArray } from "drizzle-orm";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { report } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { helpersOf, type LoggedSession } from "./assisted-log.server.ts";
import { titlesOfSignUps } from "../purchases/paper.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type OwnListedItem, ownItems } from "../sharing/own-items.server.ts";

/** What was done in a session: with the thing where it is still there, the receipt of a report, or the purchase. */
export type ShownEntry = { id: string; kind: string; at: Date; item: OwnListedItem | null; receipt: string | null; /** The title, where it is about a purchase. */ purchase: string | null };

/** The kinds of what is entered about a purchase. */
export const purchaseKinds = ["purchase", "purchase_answers", "purchase_supplier", "purchase_order", "purchase_rules", "purchase_left"] as const;

/** What was done in some sessions for the own household, by session, in the order in which it was. */
export async function entriesOf(tx: ViewerTx, resident: Resident, sessionIds: readonly string[]): Promise<Map<string, ShownEntry[]>> {
  const bySession = new Map<string, ShownEntry[]>(sessionIds.map((id) => [id, []]));
  if (sessionIds.length === 0) return bySession;
  const rows = await tx.select().from(assistedEntry).where(inArray(assistedEntry.sessionId, [...sessionIds])).orderBy(asc(assistedEntry.at), asc(assistedEntry.id));
  const items = new Map((await ownItems(tx, resident)).map((item) => [item.id, item]));
  const reported = rows.filter(({ kind }) => kind === "report").map(({ subjectId }) => subjectId);
  const receipts = reported.length ? await tx.select({ id: report.id, receipt: report.receipt }).from(report).where(inArray(report.id, reported)) : [];
  const titles = await titlesOfSignUps(tx, rows.filter(({ kind }) => kind.startsWith("purchase")).map(({ subjectId }) => subjectId));
  const receiptOf = new Map(receipts.map(({ id, receipt }) => [id, receipt]));
  for (const { id, kind, at, sessionId, subjectId } of rows) bySession.get(sessionId)!.push({ id, kind, at, item: items.get(subjectId) ?? null, receipt: receiptOf.get(subjectId) ?? null, purchase: titles.get(subjectId) ?? null });
  return bySession;
}

/** The number under which who is helped can be found again; it stands on the confirmation. */
export async function paperNumber(tx: ViewerTx, { residentId }: Resident): Promise<string> {
  const [person] = await tx.select({ number: paperResident.number }).from(paperResident).where(eq(paperResident.id, residentId));
  return person!.number;
}

export type HelpedSession = Pick<LoggedSession, "id" | "startedAt" | "entryCount"> & { by: LoggedSession | null; signedOn: string | null; textVersion: string | null; textShown: string | null; entries: ShownEntry[] };

/** Every time that the own household was helped on paper, newest first: by whom, what was entered, under which text. */
export async function helpedSessions(tx: ViewerTx, resident: Resident): Promise<HelpedSession[]> {
  const { id, startedAt, entryCount, signedOn, textVersion, textShown } = assistedSession;
  const rows = await tx.select({ id, startedAt, entryCount, signedOn, textVersion, textShown }).from(assistedSession).where(eq(assistedSession.householdId, resident.householdId));
  const ids = rows.map((row) => row.id);
  const [helpers, entries] = [await helpersOf(tx, ids), await entriesOf(tx, resident, ids)];
  return rows
    .toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime())
    .map((row) => ({ ...row, by: helpers.get(row.id) ?? null, entries: entries.get(row.id)! }));
}
