import { eq, type SQL, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { block } from "../../../db/schema/sharing.ts";
import type { DeclineReason } from "../../../db/schema/choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { amsterdam } from "./amsterdam.server.ts";
import type { Question, Yes } from "./visit.schema.server.ts";

// What guest and host do. The functions of the database refuse, lock and tell; each of these is one of them.

async function said<Value>(tx: ViewerTx, call: SQL<Value>): Promise<Value> {
  const [row] = await tx.select({ value: call }).from(sql`(select) as nothing`);
  return row!.value;
}

/**
 * Asks to come.
 * @returns the request, with "again" when it was asked before; "over", "too_many" in a day, or "too_large" a group; null when there
 * is no such opening or moment for this resident
 */
export async function askVisit(tx: ViewerTx, visitId: string, { moment, people, line }: Question): Promise<{ outcome: "asked" | "again" | "over" | "too_many" | "too_large"; request: string | null } | null> {
  const [row] = await tx
    .select({ outcome: sql<"asked" | "again" | "over" | "too_many" | "too_large" | null>`outcome`, request: sql<string | null>`request` })
    .from(sql`viewer.ask_visit(${visitId}::uuid, ${moment}::uuid, ${people}::integer, ${line})`);
  return row?.outcome ? { outcome: row.outcome, request: row.request } : null;
}

/**
 * Says yes. Capacity holds, however many are answered at the same moment.
 * @returns "full", "earlier" when somebody who asked before needs that room, "over" when it can no longer be answered; null when it
 * is not this household's to answer
 */
export function acceptVisit(tx: ViewerTx, requestId: string, { day, from, until, words }: Yes): Promise<"accepted" | "full" | "earlier" | "over" | null> {
  const at = day && from && until ? { start: amsterdam(day, from), end: amsterdam(day, until) } : { start: sql`null::timestamptz`, end: sql`null::timestamptz` };
  return said(tx, sql`viewer.accept_visit(${requestId}::uuid, ${at.start}, ${at.end}, ${words})`);
}

/** Says no, kindly. @returns "over" when it was answered or called off; null when it is not this household's to answer */
export function declineVisit(tx: ViewerTx, requestId: string, reason: DeclineReason, words: string | null): Promise<"declined" | "over" | null> {
  return said(tx, sql`viewer.decline_visit(${requestId}::uuid, ${reason}, ${words})`);
}

/** Calls off what one asked or what was agreed. @returns "over" when it had ended or begun; null when it is not one's own */
export function cancelVisit(tx: ViewerTx, requestId: string, words: string | null): Promise<"cancelled" | "over" | null> {
  return said(tx, sql`viewer.cancel_visit(${requestId}::uuid, ${words})`);
}

/** Calls off a moment with everybody who would come; only who was accepted reads the words. @returns as cancelVisit */
export function cancelMoment(tx: ViewerTx, momentId: string, words: string | null): Promise<"cancelled" | "over" | null> {
  return said(tx, sql`viewer.cancel_visit_slot(${momentId}::uuid, ${words})`);
}

/** Notes for the own household that somebody did not come, or after all did. @returns false where there was no visit of theirs */
export function noteNoShow(tx: ViewerTx, requestId: string, stayedAway: boolean): Promise<boolean> {
  return said(tx, sql`viewer.note_no_show(${requestId}::uuid, ${stayedAway})`);
}

/** Thanks the other, or says something to them. @returns false where there was no visit of the two */
export function thankForVisit(tx: ViewerTx, requestId: string, thanks: boolean, words: string | null): Promise<boolean> {
  return said(tx, sql`viewer.thank_for_visit(${requestId}::uuid, ${thanks}, ${words})`);
}

/**
 * Blocks who is behind an opening, a badge or a request, of whom one does not know which household that is.
 * @returns the id by which it is undone; null when there is nobody, or fifty others are blocked
 */
export async function blockBehind(tx: ViewerTx, resident: Resident, id: string): Promise<string | null> {
  const made = await said(tx, sql<string | null>`viewer.block_behind(${id}::uuid)`);
  if (!made) return null;
  const [kept] = await tx.select({ householdId: block.blockedHouseholdId }).from(block).where(eq(block.id, made));
  await journal(tx, { kind: "block", id: resident.residentId, otherId: kept!.householdId });
  return made;
}
