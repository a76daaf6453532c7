import { and, asc, eq, inArray } from "drizzle-orm";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { purchase } from "../../../db/schema/purchases.ts";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { momentInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { visitRequests } from "../visits/visit-requests.server.ts";

/** Something that is not over when its resident leaves, what becomes of it, and where it is to be found. */
export type OpenThing = { words: string; to: string };

const ordered = ["ordered", "paused", "confirmed", "planned", "complaint"] as const;
const begun = ["interest", "suitability", "suitable", "waiting", "offered"] as const;

/** What this resident has open in purchases and visits, for who is about to leave the home: said before, because leaving ends or hands over each of them. */
export function openWhenLeaving(resident: Resident, alone: boolean): Promise<OpenThing[]> {
  return asViewer(resident, async (tx) => [...(await openPurchases(tx, resident, alone)), ...(await openVisits(tx, resident))]);
}

async function openPurchases(tx: ViewerTx, { householdId, residentId, locale }: Resident, alone: boolean): Promise<OpenThing[]> {
  const t = serverT(locale, "privacy");
  const mine = and(eq(purchaseSignUp.householdId, householdId), eq(purchaseSignUp.residentId, residentId), inArray(purchaseSignUp.state, [...begun, ...ordered]));
  const rows = await tx.select({ id: purchaseSignUp.id, state: purchaseSignUp.state, title: purchase.title }).from(purchaseSignUp).innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId)).where(mine).orderBy(asc(purchase.title), purchaseSignUp.id);
  return rows.map(({ id, state, title }) => {
    const isOrder = (ordered as readonly string[]).includes(state);
    return { words: t(isOrder ? (alone ? "open.orderAlone" : "open.orderStays") : "open.signUp", { title }), to: `/samen-inkopen/aanmelding/${id}` };
  });
}

async function openVisits(tx: ViewerTx, { locale }: Resident): Promise<OpenThing[]> {
  const t = serverT(locale, "privacy");
  const now = Date.now();
  const agreed = (await visitRequests(tx)).filter(({ answer, cancelledAt, startsAt }) => answer === "accepted" && !cancelledAt && startsAt && startsAt.getTime() > now);
  return agreed.map(({ id, side, startsAt }) => ({ words: t(`open.visit.${side}`, { moment: momentInWords(startsAt!, locale) }), to: `/kijkjes/verzoek/${id}` }));
}
