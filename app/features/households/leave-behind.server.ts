import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** A measure that can stay with the home when who took it moves, and whether they chose so. */
export type Leavable = { id: string; kind: MeasureKind; year: number | null; stays: boolean };

const mostShown = 200;
const openChoice = ({ residentId, householdId }: Resident) => and(eq(consent.residentId, residentId), eq(consent.householdId, householdId), eq(consent.purpose, "leave_behind"), isNull(consent.withdrawnAt));

/** What this resident could leave with the home: what they added themselves, was done, and is neither taken back nor hidden. Everything goes along unless they choose otherwise. */
export async function leavable(tx: ViewerTx, resident: Resident): Promise<Leavable[]> {
  const rows = await tx
    .select({ id: measure.id, kind: measure.kind, year: measure.year, choice: consent.id })
    .from(measure)
    .leftJoin(consent, and(eq(consent.subjectId, measure.id), openChoice(resident)))
    .where(and(eq(measure.householdId, resident.householdId), eq(measure.residentId, resident.residentId), eq(measure.state, "done"), isNull(measure.withdrawnAt), isNull(measure.hiddenAt)))
    .orderBy(desc(measure.createdAt), measure.id)
    .limit(mostShown);
  return rows.flatMap(({ id, kind, year, choice }) => (isMeasureKind(kind) ? [{ id, kind, year, stays: choice !== null }] : []));
}

/** Has exactly these measures stay with the home, in the place of what was chosen before. Ids of anything else mean nothing. */
export async function chooseWhatStays(tx: ViewerTx, resident: Resident, ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const found = await leavable(tx, resident);
  await takeAlong(tx, resident, found.filter(({ id, stays }) => stays && !wanted.has(id)).map(({ id }) => id));
  for (const { id, stays } of found) if (!stays && wanted.has(id)) await giveConsent(tx, resident, { purpose: "leave_behind" }, { subjectId: id, fieldGroup: "kind_and_year" });
}

/** Takes these measures along after all. */
export async function takeAlong(tx: ViewerTx, resident: Resident, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const ended = await tx
    .update(consent)
    .set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId })
    .where(and(openChoice(resident), inArray(consent.subjectId, [...ids])))
    .returning({ id: consent.id });
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}
