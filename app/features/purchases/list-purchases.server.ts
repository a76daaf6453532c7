import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { purchase, purchaseRules } from "../../../db/schema/purchases.ts";
import { exits, type PurchaseState, type SignUpState } from "../../../db/schema/purchase-choices.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { lastDayOf } from "./last-day.ts";

export type ListedPurchase = {
  id: string;
  title: string;
  kinds: MeasureKind[];
  state: PurchaseState;
  orders: number;
  threshold: number;
  /** As 2026-05-03. */
  lastDay: string;
  signUp: { id: string; state: SignUpState } | null;
};

/** Of a purchase that came to nothing the most that ever ordered, since none of these orders stands. */
export const shownOrders = sql<number>`case when ${purchase.state} in ('cancelled', 'supplier_failed') then ${purchase.mostOrders} else ${purchase.orders} end`;

const inRules = and(eq(purchaseRules.purchaseId, purchase.id), eq(purchaseRules.version, purchase.rulesVersion));

/** The purchases of which this resident knows, the open ones first and then the newest. */
export async function listPurchases(tx: ViewerTx, resident: Resident): Promise<ListedPurchase[]> {
  const rows = await tx
    .select({
      id: purchase.id, title: purchase.title, kinds: purchase.kinds, state: purchase.state, orders: shownOrders, prolongedAt: purchase.prolongedAt,
      threshold: purchaseRules.threshold, deadline: purchaseRules.deadline, prolongUntil: purchaseRules.prolongUntil,
    })
    .from(purchase)
    .innerJoin(purchaseRules, inRules)
    .where(ne(purchase.state, "concept"))
    .orderBy(sql`${purchase.state} <> 'open'`, desc(purchase.openedAt))
    .limit(100);
  const own = await tx
    .select({ id: purchaseSignUp.id, purchaseId: purchaseSignUp.purchaseId, state: purchaseSignUp.state })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.householdId, resident.householdId), inArray(purchaseSignUp.purchaseId, [resident.householdId, ...rows.map(({ id }) => id)])))
    .orderBy(sql`${purchaseSignUp.state} in (${sql.join(exits.map((state) => sql`${state}`), sql`, `)})`, desc(purchaseSignUp.createdAt));
  return rows.map(({ kinds, ...row }) => {
    const mine = own.find(({ purchaseId }) => purchaseId === row.id);
    return { id: row.id, title: row.title, state: row.state, orders: row.orders, threshold: row.threshold, lastDay: lastDayOf(row), kinds: kinds.filter(isMeasureKind), signUp: mine ? { id: mine.id, state: mine.state } : null };
  });
}
