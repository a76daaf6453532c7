import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { addressClaim, type ClaimOutcome } from "../../../db/schema/addresses.ts";
import { journalLater } from "../../../db/journal.server.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { AccountViewer, Moderator } from "../session/viewer.ts";
import { homeLine } from "./home-line.server.ts";
import { ask } from "./vouch.server.ts";

export type ClaimToDecide = {
  id: string;
  address: string;
  way: "vouch" | "door" | "letter" | "gone" | null;
  at: Date;
  provenAt: Date | null;
  started: boolean;
  acknowledgedAt: Date | null;
  objectedBy: "resident" | "letter" | "neighbour" | null;
  /** The homes of the neighbours who vouched. */
  vouchers: string[];
  problem: "decided" | "own" | "too_soon" | null;
  outcome: ClaimOutcome | null;
  reason: string | null;
  decidedAt: Date | null;
};

const columns = {
  id: addressClaim.id,
  dwellingId: addressClaim.dwellingId,
  way: addressClaim.way,
  at: sql<Date>`coalesce(${addressClaim.objectedAt}, ${addressClaim.provenAt})`.mapWith(addressClaim.createdAt),
  provenAt: addressClaim.provenAt,
  startedAt: addressClaim.startedAt,
  acknowledgedAt: addressClaim.acknowledgedAt,
  outcome: addressClaim.outcome,
  reason: addressClaim.reason,
  decidedAt: addressClaim.decidedAt,
};

const mayDecide = or(isNotNull(addressClaim.objectedAt), eq(addressClaim.way, "gone"));

/** The addresses of this moderator about which people disagree, oldest first. */
export async function claimsToDecide(tx: ViewerTx, moderator: Moderator): Promise<{ id: string; address: string; at: Date }[]> {
  const rows = await tx
    .select(columns)
    .from(addressClaim)
    .where(and(inArray(addressClaim.neighbourhoodCode, [...moderator.moderates]), mayDecide, isNull(addressClaim.decidedAt), isNull(addressClaim.endedAt)))
    .orderBy(asc(columns.at));
  return withLines(tx, rows);
}

/** What was confirmed at doors lately: where, when, and whether by oneself. */
export async function doorsConfirmed(tx: ViewerTx, person: AccountViewer): Promise<{ id: string; address: string; at: Date; mine: boolean }[]> {
  const rows = await tx
    .select({ ...columns, mine: sql<boolean>`${addressClaim.confirmedBy} = ${person.accountId}` })
    .from(addressClaim)
    .where(and(or(inArray(addressClaim.neighbourhoodCode, [...person.moderates]), eq(addressClaim.confirmedBy, person.accountId)), eq(addressClaim.way, "door")))
    .orderBy(desc(addressClaim.provenAt))
    .limit(50);
  return withLines(tx, rows);
}

async function withLines<Row extends { dwellingId: string }>(tx: ViewerTx, rows: Row[]): Promise<(Row & { address: string })[]> {
  const lines = [];
  for (const row of rows) lines.push({ ...row, address: await homeLine(tx, row.dwellingId) });
  return lines;
}

/** One of them with what is needed to decide, or null when it is not this moderator's. */
export async function claimToDecide(tx: ViewerTx, id: string): Promise<ClaimToDecide | null> {
  const facts = await ask<{ objected_by: ClaimToDecide["objectedBy"]; vouchers: string[]; problem: ClaimToDecide["problem"] } | null>(tx, sql`viewer.claim_to_decide(${id})`);
  const [row] = facts ? await tx.select(columns).from(addressClaim).where(eq(addressClaim.id, id)) : [];
  if (!facts || !row) return null;
  const vouchers = [];
  for (const home of facts.vouchers) vouchers.push(await homeLine(tx, home));
  const { dwellingId, startedAt, ...rest } = row;
  return { ...rest, started: startedAt !== null, address: await homeLine(tx, dwellingId), objectedBy: facts.objected_by, vouchers, problem: facts.problem };
}

/** Decides with reasons; everybody concerned is told. @returns why not, or null when it is not this moderator's */
export async function decideClaim(
  tx: ViewerTx,
  id: string,
  { outcome, reason, falseVouch }: { outcome: ClaimOutcome; reason: string; falseVouch: boolean },
): Promise<ClaimOutcome | "decided" | "own" | "too_soon" | null> {
  const done = await ask<ClaimOutcome | "decided" | "own" | "too_soon" | null>(tx, sql`viewer.decide_claim(${id}, ${outcome}, ${reason}, ${falseVouch})`);
  journalLater();
  await wakeDelivery(tx);
  return done;
}
