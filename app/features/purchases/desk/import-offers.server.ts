import { and, eq, inArray, sql } from "drizzle-orm";
import type { SignUpState } from "../../../../db/schema/purchase-choices.ts";
import { purchaseOffer, purchaseSignUp } from "../../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { today } from "../../../i18n/day.ts";
import type { Moderator } from "../../session/viewer.ts";
import { makeOffer, type Offer } from "../manage.server.ts";
import { referenceColumn } from "./offer-columns.ts";
import { type OfferLine, type OfferMistake, readOffers } from "./read-offers.ts";

/** The states in which a home can have an offer, or another version of it. */
const canHaveOffer: readonly SignUpState[] = ["suitable", "offered", "waiting"];

export type DryRun = { ready: (OfferLine & { signUpId: string })[]; same: number; mistakes: OfferMistake[] };

/** What a file with offers would do; nothing is changed by it. A row that says what the newest offer says already is passed over. */
export async function dryRun(tx: ViewerTx, moderator: Moderator, purchaseId: string, text: string): Promise<DryRun> {
  const { lines, mistakes } = readOffers(text, today());
  const known = await signUpsBy(tx, moderator, purchaseId, lines.map(({ reference }) => reference));
  const newest = await newestOffers(tx, [...known.values()].map(({ id }) => id));
  const found: DryRun = { ready: [], same: 0, mistakes: [...mistakes] };
  for (const line of lines) {
    const signUp = known.get(line.reference);
    if (!signUp) found.mistakes.push({ line: line.line, column: referenceColumn, problem: "reference" });
    else if (!signUp.household || !canHaveOffer.includes(signUp.state)) found.mistakes.push({ line: line.line, column: referenceColumn, problem: "state" });
    else if (isSame(newest.get(signUp.id), line.offer)) found.same++;
    else found.ready.push({ ...line, signUpId: signUp.id });
  }
  found.mistakes.sort((one, other) => one.line - other.line);
  return found;
}

/** Thrown inside the transaction, so that nothing of it stays. */
export class OffersChanged extends Error {}

/**
 * Reads in all offers of a file, or none.
 * @returns how many
 * @throws OffersChanged when a row is not right, or no longer: the transaction has to end with it
 */
export async function importOffers(tx: ViewerTx, moderator: Moderator, purchaseId: string, text: string): Promise<number> {
  const { ready, mistakes } = await dryRun(tx, moderator, purchaseId, text);
  if (mistakes.length > 0) throw new OffersChanged();
  for (const { signUpId, offer } of ready) if ((await makeOffer(tx, signUpId, offer)) === null) throw new OffersChanged();
  return ready.length;
}

async function signUpsBy(tx: ViewerTx, { moderates }: Moderator, purchaseId: string, references: readonly string[]) {
  if (references.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({ id: purchaseSignUp.id, reference: purchaseSignUp.reference, state: purchaseSignUp.state, household: sql<boolean>`${purchaseSignUp.householdId} is not null` })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.purchaseId, purchaseId), inArray(purchaseSignUp.joinedIn, [...moderates]), inArray(purchaseSignUp.reference, [...references])));
  return new Map(rows.map((row) => [row.reference, row]));
}

const compared = {
  priceCents: purchaseOffer.priceCents, priceVatCents: purchaseOffer.priceVatCents, extrasCents: purchaseOffer.extrasCents, extrasVatCents: purchaseOffer.extrasVatCents, extrasWhat: purchaseOffer.extrasWhat,
  subsidyCents: purchaseOffer.subsidyCents, savingFromCents: purchaseOffer.savingFromCents, savingToCents: purchaseOffer.savingToCents, validUntil: purchaseOffer.validUntil, note: purchaseOffer.note,
};

async function newestOffers(tx: ViewerTx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectDistinctOn([purchaseOffer.signUpId], { signUpId: purchaseOffer.signUpId, ...compared })
    .from(purchaseOffer)
    .where(inArray(purchaseOffer.signUpId, [...ids]))
    .orderBy(purchaseOffer.signUpId, sql`${purchaseOffer.version} desc`);
  return new Map(rows.map((row) => [row.signUpId, row]));
}

function isSame(known: Record<keyof typeof compared, unknown> | undefined, offer: Offer): boolean {
  return known !== undefined && (Object.keys(compared) as (keyof typeof compared)[]).every((name) => known[name] === (offer[name] ?? null));
}

/** An example of the file: the columns, and a line for each home that can have an offer now. */
export async function offerTemplate(tx: ViewerTx, { moderates }: Moderator, purchaseId: string): Promise<string[]> {
  const rows = await tx
    .select({ reference: purchaseSignUp.reference })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.purchaseId, purchaseId), inArray(purchaseSignUp.joinedIn, [...moderates]), eq(purchaseSignUp.state, "suitable")))
    .orderBy(purchaseSignUp.reference);
  return rows.map(({ reference }) => reference);
}
