import { desc, eq } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import { purchase } from "../../../db/schema/purchases.ts";
import { purchaseReceipt, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { readReleases } from "../insights/read-releases.server.ts";
import { UNITS_PER_RELEASE, UNITS_PER_YEAR } from "../insights/budget.ts";
import type { Resident } from "../session/viewer.ts";

const most = 100;

export type HandedOver = Awaited<ReturnType<typeof handedOver>>;

/**
 * What left the circle of neighbours: which supplier got which fields, and the published figures in which the household may have been
 * counted, with the ε that each can have cost at most. What was really spent is kept per home and not per household: to tell it would
 * tell who lives here now what others at this address agreed to before.
 */
export async function handedOver(resident: Resident) {
  const { receipts, yeses } = await asViewer(resident, async (tx) => ({
    receipts: await tx
      .select({ exportId: purchaseReceipt.exportId, signUpId: purchaseReceipt.signUpId, purchaseTitle: purchase.title, supplier: purchaseReceipt.supplier, fields: purchaseReceipt.fields, keepUntil: purchaseReceipt.keepUntil, at: purchaseReceipt.at })
      .from(purchaseReceipt)
      .innerJoin(purchaseSignUp, eq(purchaseSignUp.id, purchaseReceipt.signUpId))
      .innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
      .where(eq(purchaseReceipt.householdId, resident.householdId))
      .orderBy(desc(purchaseReceipt.at))
      .limit(most),
    yeses: (await tx.select({ purpose: consent.purpose, from: consent.givenAt, to: consent.withdrawnAt }).from(consent).where(eq(consent.householdId, resident.householdId))).filter(({ purpose }) => purpose === "published_figures"),
  }));
  const releases = yeses.length > 0 ? await readReleases(resident) : [];
  const counted = releases
    .filter(({ neighbourhoods, preparedOn, publishedOn }) => publishedOn !== null && neighbourhoods.includes(resident.neighbourhoodCode) && yeses.some((yes) => heldOn(yes, preparedOn)))
    .map(({ id, area, areaName, quarter, publishedOn }) => ({ id, area, areaName, quarter, publishedOn: publishedOn! }));
  return { receipts, counted, epsilon: { release: UNITS_PER_RELEASE / 2, year: UNITS_PER_YEAR / 2 } };
}

/** Whether a yes held at some moment of a day, in Dutch time. */
function heldOn({ from, to }: { from: Date; to: Date | null }, day: string): boolean {
  const dayOf = (at: Date) => at.toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
  return dayOf(from) <= day && (to === null || dayOf(to) >= day);
}
