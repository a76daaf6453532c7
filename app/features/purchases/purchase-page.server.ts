import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { purchase, purchaseEvent, purchaseNews, purchaseRules, purchaseTier } from "../../../db/schema/purchases.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { today } from "../../i18n/day.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { daysLater } from "./engine/public-holidays.ts";
import { lastDayOf } from "./last-day.ts";
import { countsOf, numberColumns } from "./purchase-numbers.server.ts";

const newest = 20;

/** The rules of one version with its prices, as the engine and the pages take them. */
export async function rulesOf(tx: ViewerTx, purchaseId: string, version: number) {
  const [row] = await tx.select().from(purchaseRules).where(and(eq(purchaseRules.purchaseId, purchaseId), eq(purchaseRules.version, version)));
  if (!row) return null;
  const tiers = await tx
    .select({ fromOrders: purchaseTier.fromOrders, cents: purchaseTier.cents, vatCents: purchaseTier.vatCents })
    .from(purchaseTier)
    .where(and(eq(purchaseTier.purchaseId, purchaseId), eq(purchaseTier.version, version)))
    .orderBy(asc(purchaseTier.fromOrders));
  const { proposedBy: _proposer, ...shown } = row;
  return { ...shown, tiers };
}
export type ShownRules = NonNullable<Awaited<ReturnType<typeof rulesOf>>>;

/**
 * All that the page of a purchase says.
 * @returns null for what isn't there or isn't theirs to see
 */
export async function purchasePage(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: purchase.id, title: purchase.title, body: purchase.body, kinds: purchase.kinds, dwellingTypes: purchase.dwellingTypes, forOwners: purchase.forOwners, forTenants: purchase.forTenants, round: purchase.round,
      supplier: purchase.supplier, supplierWhy: purchase.supplierWhy, state: purchase.state, rulesVersion: purchase.rulesVersion,
      prolongedAt: purchase.prolongedAt, endedAt: purchase.endedAt, ...numberColumns,
    })
    .from(purchase)
    .where(and(eq(purchase.id, id), ne(purchase.state, "concept")));
  if (!row) return null;
  const rules = (await rulesOf(tx, id, row.rulesVersion))!;
  const counts = await countsOf(tx, id);
  const news = await tx
    .select({ id: purchaseNews.id, title: purchaseNews.title, body: purchaseNews.body, publishedAt: purchaseNews.publishedAt })
    .from(purchaseNews)
    .where(and(eq(purchaseNews.purchaseId, id), isNull(purchaseNews.withdrawnAt)))
    .orderBy(desc(purchaseNews.publishedAt))
    .limit(newest);
  const events = await tx.select({ id: purchaseEvent.id, deed: purchaseEvent.deed, words: purchaseEvent.words, at: purchaseEvent.at }).from(purchaseEvent).where(eq(purchaseEvent.purchaseId, id)).orderBy(desc(purchaseEvent.at)).limit(newest);
  const own = await tx
    .select({ id: purchaseSignUp.id, state: purchaseSignUp.state, party: purchaseSignUp.party, createdAt: purchaseSignUp.createdAt })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.purchaseId, id), eq(purchaseSignUp.householdId, resident.householdId)))
    .orderBy(desc(purchaseSignUp.createdAt));
  const lastDay = lastDayOf({ ...row, deadline: rules.deadline, prolongUntil: rules.prolongUntil });
  return {
    purchase: { ...row, kinds: row.kinds.filter(isMeasureKind) },
    rules,
    lastDay,
    daysLeft: daysBetween(today(), lastDay),
    counts,
    news,
    events,
    own,
  };
}

/** How many days are left, the last one included. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(daysLater(to, 1)) - Date.parse(from)) / 86_400_000));
}
