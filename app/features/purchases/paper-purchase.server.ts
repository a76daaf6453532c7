import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { purchaseCheck, purchaseRules } from "../../../db/schema/purchases.ts";
import type { SignUpState } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { today } from "../../i18n/day.ts";
import type { Resident } from "../session/viewer.ts";
import { hasEnded } from "./engine/sign-up-states.ts";
import { listPurchases } from "./list-purchases.server.ts";
import { needsContact } from "./needs-contact.ts";
import type { PaperDeed, Printed } from "./paper-deeds.ts";
import { paperSignUps, type PaperSignUp } from "./paper.server.ts";
import { purchasePage } from "./purchase-page.server.ts";
import { sharedSince } from "./supplier-consent.server.ts";

export type PurchaseOnPaper = Awaited<ReturnType<typeof purchaseOnPaper>>;

/** What somebody is asked of their home in a purchase, in its order. */
export function checksOf(tx: ViewerTx, purchaseId: string) {
  return tx.select({ id: purchaseCheck.id, question: purchaseCheck.question, kind: purchaseCheck.kind }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, purchaseId)).orderBy(asc(purchaseCheck.place));
}

/** The purchases that are open for who is helped, and those in which they take part. */
export async function purchasesOnPaper(tx: ViewerTx, onBehalf: Resident) {
  const [all, own] = [await listPurchases(tx, onBehalf), await paperSignUps(tx)];
  return all
    .map(({ id, title, state, lastDay }) => ({ id, title, lastDay, open: state === "open", signUp: currentOf(own, id)?.state ?? null }))
    .filter(({ open, signUp }) => open || signUp !== null);
}

/** A purchase for who is helped: how far they are, what can be done and printed now. @throws 404 for one that is not theirs to see */
export async function purchaseOnPaper(tx: ViewerTx, onBehalf: Resident, id: string | undefined) {
  const found = await purchasePage(tx, onBehalf, id);
  if (!found) throw notFound();
  const { purchase, rules, lastDay } = found;
  const signUp = currentOf(await paperSignUps(tx), purchase.id);
  const [proposed] = await tx
    .select({ version: purchaseRules.version, why: purchaseRules.why })
    .from(purchaseRules)
    .where(and(eq(purchaseRules.purchaseId, purchase.id), sql`${purchaseRules.version} > 1`, isNull(purchaseRules.adoptedAt), isNull(purchaseRules.droppedAt)));
  const since = signUp ? await sharedSince(tx, signUp.id) : null;
  const checks = await checksOf(tx, purchase.id);
  const facts = { purchase, rules, lastDay, signUp, checks, proposed: proposed ?? null, sharedSince: since, expired: signUp?.offer ? signUp.offer.valid_until < today() : false };
  return { ...facts, deeds: deedsNow(facts), papers: papersNow(facts) };
}

/** The sign-up that goes on, or else the newest. */
function currentOf(own: readonly PaperSignUp[], purchaseId: string): PaperSignUp | null {
  const here = own.filter((signUp) => signUp.purchaseId === purchaseId);
  return here.find(({ state }) => !hasEnded(state)) ?? here[0] ?? null;
}

type Facts = {
  purchase: { state: string; supplier: string | null; forOwners: boolean; forTenants: boolean }; signUp: PaperSignUp | null; checks: unknown[]; proposed: object | null; expired: boolean;
};
const takenBack: readonly SignUpState[] = ["ordered", "planned", "delivered", "complaint", "reviewed"];

/** What the database will let a helper enter now, so that the page offers that and no more. */
function deedsNow({ purchase, signUp, checks, proposed, expired }: Facts): PaperDeed[] {
  const open = purchase.state === "open";
  if (!signUp || hasEnded(signUp.state)) return open ? ["inkoop"] : [];
  const { state, party, orderedAt, coolingOffUntil } = signUp;
  const early = state === "interest" || state === "suitability";
  const canLeave = orderedAt === null || state === "paused" || (takenBack.includes(state) && (coolingOffUntil === null || coolingOffUntil >= today()));
  return [
    ...(open && proposed ? (["inkoop-regels"] as const) : []),
    ...(open && state === "offered" && party === "owner" && !expired ? (["inkoop-bestelling"] as const) : []),
    ...(open && early && checks.length > 0 ? (["inkoop-huis"] as const) : []),
    ...(purchase.supplier && needsContact(state) ? (["inkoop-leverancier"] as const) : []),
    ...(canLeave ? (["inkoop-stoppen"] as const) : []),
  ];
}

function papersNow({ purchase, signUp, expired }: Facts): Printed[] {
  return [
    ...(signUp?.state === "offered" && signUp.party === "owner" && !expired ? (["aanbod"] as const) : []),
    ...(signUp?.orderedAt && !hasEnded(signUp.state) ? (["bestelling"] as const) : []),
    ...(signUp?.orderedAt && signUp.state === "withdrawn" ? (["herroeping"] as const) : []),
    ...(purchase.state === "open" ? (["formulier"] as const) : []),
  ];
}
