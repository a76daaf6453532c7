import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { homeCorrection } from "../../../db/schema/homes.ts";
import { jointRequestPart } from "../../../db/schema/joint.ts";
import { consent, disclosure, household, membership, resident as residentTable } from "../../../db/schema/people.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { answerThanks, outcomeVerdict, questionClaim, questionFollow } from "../../../db/schema/questions.ts";
import { type AnyKind, type AnyTable, appeal, block, everything, followingItems, hiding, measure, report, secondLook, sharedItems, wishJoin } from "../../../db/schema/sharing.ts";
import { asWorker, type WorkerTx } from "../../../db/viewer.server.ts";
import { enqueue } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { takeThreadsAlong } from "../threads/take-threads-along.server.ts";
import { lockHome } from "./lock-home.server.ts";

export type Split = "split" | "alone" | "gone";

/**
 * Makes a household of one's own at the same address, without anybody's approval; the others are told. What somebody added
 * moves along and is there for the new household only: with whom it is shared is chosen anew. So is the name.
 * @returns "alone" when there is nobody to split off from; "gone" when the membership had ended meanwhile
 */
export async function splitHousehold({ residentId, householdId }: Resident): Promise<Split> {
  return asWorker(async (tx) => {
    const mine = await lockHome(tx, { residentId, householdId });
    if (!mine) return "gone";
    if (mine.others.length === 0) return "alone";
    const [made] = await tx
      .insert(household)
      .select(
        tx
          .select({
            id: sql`gen_random_uuid()`.as("id"),
            neighbourhoodCode: household.neighbourhoodCode,
            dwellingId: household.dwellingId,
            streetId: household.streetId,
            buildingId: household.buildingId,
            createdAt: sql`now()`.as("created_at"),
            endedAt: sql`null::timestamptz`.as("ended_at"),
          })
          .from(household)
          .where(eq(household.id, householdId)),
      )
      .returning({ householdId: household.id, neighbourhoodCode: household.neighbourhoodCode });
    const { id, others, ...proof } = mine;
    await tx.update(membership).set({ endedAt: sql`now()`, endedReason: "split" }).where(eq(membership.id, id));
    await journal(tx, { kind: "membership_end", id });
    // How and since when somebody showed to live at the address doesn't change.
    await tx.insert(membership).values({ ...made!, ...proof, residentId });
    await tx.update(residentTable).set({ householdId: made!.householdId, displayName: null }).where(eq(residentTable.id, residentId));
    await takeAlong(tx, residentId, made!.householdId);
    await copyCorrection(tx, householdId, made!.householdId);
    await stayBlocked(tx, householdId, made!.householdId);
    for (const other of others) await enqueue(tx, "adult-split", { accountId: other });
    return "split";
  });
}

// Splitting off is no way out of a block: it holds for both halves.
async function stayBlocked(tx: WorkerTx, from: string, to: string): Promise<void> {
  const blocks = await tx.select().from(block).where(eq(block.blockedHouseholdId, from));
  for (const { id: _, ...blocked } of blocks) {
    await tx.insert(block).values({ ...blocked, blockedHouseholdId: to });
    await journal(tx, { kind: "block", id: blocked.residentId, otherId: to });
  }
}

// Both live in the home that it is about, and both knew it: who stays keeps it, who splits off begins with the same.
async function copyCorrection(tx: WorkerTx, from: string, to: string): Promise<void> {
  const [said] = await tx.select().from(homeCorrection).where(eq(homeCorrection.householdId, from));
  if (said) await tx.insert(homeCorrection).values({ ...said, householdId: to });
}

async function takeAlong(tx: WorkerTx, residentId: string, householdId: string): Promise<void> {
  const toNew = { householdId };
  await tx.update(consent).set({ withdrawnAt: sql`now()`, withdrawnBy: residentId }).where(and(eq(consent.residentId, residentId), isNull(consent.withdrawnAt)));
  await tx.update(consent).set(toNew).where(eq(consent.residentId, residentId));
  await tx.delete(wishJoin).where(eq(wishJoin.residentId, residentId));
  await tx.delete(jointRequestPart).where(eq(jointRequestPart.residentId, residentId));
  for (const table of [questionFollow, answerThanks, outcomeVerdict]) await tx.delete(table).where(eq(table.residentId, residentId));
  await tx.update(questionClaim).set({ releasedAt: sql`now()`, releasedBy: residentId, releaseReason: "left" }).where(and(eq(questionClaim.residentId, residentId), isNull(questionClaim.releasedAt)));
  await tx.update(questionClaim).set({ ...toNew, shownName: null }).where(eq(questionClaim.residentId, residentId));
  for (const table of Object.values(sharedItems)) await tx.update(table).set({ audience: "household", sharedAt: null, narrowedAt: null }).where(eq(table.residentId, residentId));
  // What follows something else has no audience to fall back to: it is taken back.
  for (const table of Object.values(followingItems)) await tx.update(table).set({ withdrawnAt: sql`now()`, withdrawnBy: residentId }).where(and(eq(table.residentId, residentId), isNull(table.withdrawnAt)));
  // An order stays with the home. A measure that was made of it goes along with who made it, and the order lets go of it.
  const ownMeasures = tx.select({ id: measure.id }).from(measure).where(eq(measure.residentId, residentId));
  await tx.update(purchaseSignUp).set({ measureId: null }).where(inArray(purchaseSignUp.measureId, ownMeasures));
  for (const [kind, table] of Object.entries(everything) as [AnyKind, AnyTable][]) {
    const moved = await tx.update(table).set({ ...toNew, shownName: null }).where(eq(table.residentId, residentId)).returning({ id: table.id });
    const ids = moved.map(({ id }) => id);
    if (ids.length === 0) continue;
    // A database from before the split would have them in the household that was left: there they are taken back.
    for (const id of ids) await journal(tx, { kind: "withdrawal", id });
    await tx.update(hiding).set(toNew).where(and(eq(hiding.subjectKind, kind), inArray(hiding.subjectId, ids)));
    await tx.update(secondLook).set(toNew).where(and(eq(secondLook.subjectKind, kind), inArray(secondLook.subjectId, ids)));
    await tx.update(disclosure).set(toNew).where(and(eq(disclosure.what, kind), inArray(disclosure.subjectId, ids)));
  }
  await takeThreadsAlong(tx, residentId, householdId);
  await tx.update(appeal).set(toNew).where(eq(appeal.residentId, residentId));
  await tx.update(report).set({ reporterHouseholdId: householdId }).where(eq(report.reporterId, residentId));
}
