import { and, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { addressClaim, type ClaimOutcome } from "../../../db/schema/addresses.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { startClaims } from "./start-claims.server.ts";
import { ask } from "./vouch.server.ts";

/** Days in which who lives at an address can say that another household there is not right. */
export const daysToAnswer = 14;

/** Somebody who says to live at one's own address too, or ('gone') that one no longer lives there. */
export type HomeClaim = {
  id: string;
  way: "vouch" | "door" | "letter" | "gone";
  name: string | null;
  /** The last day to answer. */
  until: Date;
  /** Null once it began. */
  startsAt: Date | null;
  open: boolean;
  outcome: ClaimOutcome | null;
  reason: string | null;
  decidedAt: Date | null;
};

/** What others say of one's own address: open questions, and decisions of the last months. */
export async function homeClaims(tx: ViewerTx, resident: Resident): Promise<HomeClaim[]> {
  const rows = await tx
    .select({
      id: addressClaim.id, way: addressClaim.way, name: addressClaim.shownName, provenAt: addressClaim.provenAt, startsAt: addressClaim.startsAt, startedAt: addressClaim.startedAt,
      objectedAt: addressClaim.objectedAt, outcome: addressClaim.outcome, reason: addressClaim.reason, decidedAt: addressClaim.decidedAt, endedAt: addressClaim.endedAt,
    })
    .from(addressClaim)
    .where(
      and(
        eq(addressClaim.dwellingId, resident.dwellingId),
        sql`${addressClaim.provenAt} > now() - make_interval(months => 6)`,
        or(isNull(addressClaim.householdId), ne(addressClaim.householdId, resident.householdId)),
        sql`${addressClaim.acknowledgedHouseholdId} is distinct from ${resident.householdId}`,
        sql`${addressClaim.id} <> all (${sql`viewer.own_gone()`})`,
      ),
    )
    .orderBy(desc(addressClaim.provenAt));
  return rows.flatMap((row) => {
    const until = new Date(row.provenAt!.getTime() + daysToAnswer * 86_400_000);
    const open = until > new Date() && !row.objectedAt && !row.decidedAt && !row.endedAt;
    if (!open && !row.decidedAt && !row.objectedAt) return [];
    return [{ id: row.id, way: row.way!, name: row.name, until, startsAt: row.startedAt ? null : row.startsAt, open, outcome: row.outcome, reason: row.reason, decidedAt: row.decidedAt }];
  });
}

/** Answers what somebody says of one's own address. @returns null when there is nothing to answer (any more) */
export async function answerClaim(resident: Resident, claimId: string, agrees: boolean): Promise<"agreed" | "objected" | null> {
  const outcome = await asViewer(resident, async (tx) => {
    const done = await ask<"agreed" | "objected" | null>(tx, sql`viewer.answer_claim(${claimId}, ${agrees})`);
    await wakeDelivery(tx);
    return done;
  });
  if (outcome === "agreed") await startClaims(claimId);
  return outcome;
}

/** Says that earlier households at one's own address have left. @returns false for who came in by others */
export async function sayTheyLeft(resident: Resident): Promise<boolean> {
  return asViewer(resident, async (tx) => {
    const done = await ask<boolean>(tx, sql`viewer.say_they_left()`);
    await wakeDelivery(tx);
    return done;
  });
}
