import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { purchase, purchaseEvent, purchaseRules } from "../../../db/schema/purchases.ts";
import { purchaseOffer, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import { endingOn } from "./engine/purchase-outcome.ts";

/** For the hourly job: the purchases of which days do something. */
export async function purchasesUnderWay(tx: WorkerTx): Promise<string[]> {
  const rows = await tx.select({ id: purchase.id }).from(purchase).where(inArray(purchase.state, ["open", "reached"])).orderBy(purchase.id);
  return rows.map(({ id }) => id);
}

/**
 * What a day does to one purchase: places that were held go on, offers lapse, orders that can no longer be taken back stand, and after
 * its last day it ends as its rules say.
 * @param today the day in Europe/Amsterdam, as 2026-05-03
 */
export async function passDay(tx: WorkerTx, purchaseId: string, today: string): Promise<void> {
  const [now] = await tx.select().from(purchase).where(eq(purchase.id, purchaseId)).for("no key update");
  if (!now || (now.state !== "open" && now.state !== "reached")) return;
  const byTime = { mover: "time" as const, movedBy: null, movedAt: sql`now()`, reason: null, words: null };
  const ofThis = eq(purchaseSignUp.purchaseId, purchaseId);
  await tx.update(purchaseSignUp).set({ heldUntil: null }).where(and(ofThis, eq(purchaseSignUp.state, "offered"), lt(purchaseSignUp.heldUntil, today)));
  const newest = sql`(select o.valid_until from ${purchaseOffer} o where o.sign_up_id = ${purchaseSignUp.id} order by o.version desc limit 1)`;
  const lapsed = await tx.update(purchaseSignUp).set({ ...byTime, state: "lapsed", reason: "offer_expired" }).where(and(ofThis, eq(purchaseSignUp.state, "offered"), sql`${newest} < ${today}::date`)).returning({ id: purchaseSignUp.id });
  // The last day is over here, whatever the clock of the moment says.
  const confirmed = await tx
    .update(purchaseSignUp)
    .set({ ...byTime, state: "confirmed", movedAt: sql`greatest(now(), ((${purchaseSignUp.coolingOffUntil} + 1)::timestamp at time zone 'Europe/Amsterdam'))` })
    .where(and(ofThis, eq(purchaseSignUp.state, "ordered"), lt(purchaseSignUp.coolingOffUntil, today)))
    .returning({ id: purchaseSignUp.id });
  for (const { id } of [...lapsed, ...confirmed]) await tx.execute(sql`select viewer.tell_of_sign_up('purchase-stepped', s, null) from ${purchaseSignUp} s where s.id = ${id}`);
  if (now.state === "open") await endOrGoOn(tx, now, today);
}

async function endOrGoOn(tx: WorkerTx, { id, orders, rulesVersion, prolongedAt }: typeof purchase.$inferSelect, today: string): Promise<void> {
  const [rules] = await tx.select().from(purchaseRules).where(and(eq(purchaseRules.purchaseId, id), eq(purchaseRules.version, rulesVersion)));
  const { threshold, capacity, deadline, below, prolongUntil, withdrawal } = rules!;
  const ending = endingOn({ threshold, capacity, deadline, below: below === "prolong" ? { kind: "prolong", until: prolongUntil! } : { kind: "cancel" }, tiers: [], withdrawal }, today, orders);
  if (ending === "prolonged" && !prolongedAt) {
    await tx.update(purchase).set({ prolongedAt: sql`now()` }).where(eq(purchase.id, id));
    await tx.insert(purchaseEvent).values({ purchaseId: id, deed: "prolonged" });
    await tx.execute(sql`select viewer.tell_of_purchase('purchase-prolonged', ${id}::uuid, null, null)`);
  }
  if (ending === "reached" || ending === "cancelled") {
    await tx.execute(sql`select viewer.end_purchase(${id}::uuid, ${ending}, null, ${ending === "reached" ? "closed" : "below_threshold"}, null)`);
    return;
  }
  await tx.execute(sql`select viewer.fill_places(${id}::uuid), viewer.settle_rules(${id}::uuid)`);
}
