import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { purchase, purchaseCheck, purchaseEvent, purchaseNeighbourhood, purchaseRules, purchaseTier } from "../../../../db/schema/purchases.ts";
import { neighbourhood } from "../../../../db/schema/register.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { lastDayOf } from "../last-day.ts";

const most = 200;
const newest = 30;

/** The purchases of a moderator's neighbourhoods: concepts first, then what is open, then the newest. */
export async function deskPurchases(tx: ViewerTx, moderator: Moderator) {
  const rows = await tx
    .select({
      id: purchase.id, title: purchase.title, state: purchase.state, orders: purchase.orders, prolongedAt: purchase.prolongedAt,
      threshold: purchaseRules.threshold, deadline: purchaseRules.deadline, prolongUntil: purchaseRules.prolongUntil,
    })
    .from(purchase)
    .innerJoin(purchaseRules, and(eq(purchaseRules.purchaseId, purchase.id), eq(purchaseRules.version, purchase.rulesVersion)))
    .where(moderatedBy(tx, moderator))
    .orderBy(sql`array_position(array['concept', 'open', 'reached'], ${purchase.state}::text) nulls last`, desc(purchase.createdAt))
    .limit(most);
  return rows.map((row) => ({ id: row.id, title: row.title, state: row.state, orders: row.orders, threshold: row.threshold, lastDay: lastDayOf(row) }));
}

const moderatedBy = (tx: ViewerTx, { moderates }: Pick<Moderator, "moderates">) =>
  inArray(purchase.id, tx.select({ id: purchaseNeighbourhood.purchaseId }).from(purchaseNeighbourhood).where(inArray(purchaseNeighbourhood.neighbourhoodCode, [...moderates])));

/**
 * A purchase as its moderators know it, with the rules that hold, the proposal that waits, and whether it is theirs to decide about: they
 * then moderate all of its neighbourhoods.
 * @returns null for what isn't there or isn't of a neighbourhood that they moderate
 */
export async function deskPurchase(tx: ViewerTx, moderator: Moderator, id: string) {
  const [found] = await tx.select().from(purchase).where(and(eq(purchase.id, id), moderatedBy(tx, moderator)));
  if (!found) return null;
  const { madeBy: _maker, followsId: _before, createdAt: _made, forgottenAt: _forgotten, ...row } = found;
  const neighbourhoods = await tx
    .select({ code: purchaseNeighbourhood.neighbourhoodCode, name: sql<string>`coalesce(${neighbourhood.name}, ${purchaseNeighbourhood.neighbourhoodCode})` })
    .from(purchaseNeighbourhood)
    .leftJoin(neighbourhood, eq(neighbourhood.code, purchaseNeighbourhood.neighbourhoodCode))
    .where(eq(purchaseNeighbourhood.purchaseId, id))
    .orderBy(asc(neighbourhood.name));
  const [proposal] = await tx
    .select({ version: purchaseRules.version })
    .from(purchaseRules)
    .where(and(eq(purchaseRules.purchaseId, id), sql`${purchaseRules.version} > 1`, isNull(purchaseRules.adoptedAt), isNull(purchaseRules.droppedAt)));
  const checks = await tx.select({ id: purchaseCheck.id, question: purchaseCheck.question, kind: purchaseCheck.kind }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, id)).orderBy(asc(purchaseCheck.place));
  const events = await tx.select({ id: purchaseEvent.id, deed: purchaseEvent.deed, words: purchaseEvent.words, at: purchaseEvent.at }).from(purchaseEvent).where(eq(purchaseEvent.purchaseId, id)).orderBy(desc(purchaseEvent.at)).limit(newest);
  return {
    ...row,
    neighbourhoods,
    checks,
    events,
    rules: (await deskRules(tx, id, row.rulesVersion))!,
    proposal: proposal ? await deskRules(tx, id, proposal.version) : null,
    decides: neighbourhoods.every(({ code }) => moderator.moderates.includes(code)),
  };
}
export type DeskPurchase = NonNullable<Awaited<ReturnType<typeof deskPurchase>>>;

/** One version of the rules, with its prices. */
async function deskRules(tx: ViewerTx, purchaseId: string, version: number) {
  const [row] = await tx.select().from(purchaseRules).where(and(eq(purchaseRules.purchaseId, purchaseId), eq(purchaseRules.version, version)));
  if (!row) return null;
  const { proposedBy: _proposer, purchaseId: _purchase, ...rules } = row;
  const tiers = await tx
    .select({ fromOrders: purchaseTier.fromOrders, cents: purchaseTier.cents, vatCents: purchaseTier.vatCents })
    .from(purchaseTier)
    .where(and(eq(purchaseTier.purchaseId, purchaseId), eq(purchaseTier.version, version)))
    .orderBy(asc(purchaseTier.fromOrders));
  return { ...rules, tiers };
}
export type DeskRules = NonNullable<Awaited<ReturnType<typeof deskRules>>>;
