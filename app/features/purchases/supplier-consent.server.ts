import { and, eq, isNull, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { consent } from "../../../db/schema/people.ts";
import type { Locale } from "../../../db/schema/choices.ts";
import type { SupplierField } from "../../../db/schema/purchase-choices.ts";
import { purchaseContact, purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { type ConsentSubject, consentText } from "../consent/consent-text.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";

type About = { title: string; supplier: string | null; rules: { supplierFields: SupplierField[]; keepUntil: string } };
type Asked = About & { id: string };
export type Contact = { name: string | null; email: string | null; phone: string | null };

/** What the ledger says of giving a supplier what the rules of a purchase name. */
export function supplierSubject(locale: Locale, { title, supplier, rules }: About): ConsentSubject {
  const t = serverT(locale, "purchases");
  const fields = new Intl.ListFormat(locale === "en" ? "en-GB" : "nl-NL").format(rules.supplierFields.map((field) => t(`fields.${field}`)));
  return { purpose: "purchase_supplier", purchase: title, supplier: supplier ?? "", fields, day: dayInWords(rules.keepUntil, locale) };
}

/** What a household says yes to, as the page shows it and the ledger keeps it. */
export function supplierText(resident: Resident, signUp: About): string {
  return consentText(resident.locale, supplierSubject(resident.locale, signUp), resident).text;
}

/**
 * Lets the supplier of this purchase have what its rules name, from the next export on.
 * @returns false before a supplier was chosen, or where the household does not take part
 */
export async function shareWithSupplier(tx: ViewerTx, resident: Resident, signUp: Asked, contact: Contact): Promise<boolean> {
  const [own] = await tx
    .select({ joinedIn: purchaseSignUp.joinedIn })
    .from(purchaseSignUp)
    .where(and(eq(purchaseSignUp.id, signUp.id), eq(purchaseSignUp.householdId, resident.householdId)));
  if (!own || !signUp.supplier) return false;
  const kept = { ...contact, savedAt: sql`now()` };
  await tx.insert(purchaseContact).values({ ...kept, signUpId: signUp.id, joinedIn: own.joinedIn, householdId: resident.householdId }).onConflictDoUpdate({ target: purchaseContact.signUpId, set: kept });
  await consentToSupplier(tx, resident, signUp);
  return true;
}

/** Since when the supplier may have what the rules name of a sign-up of the own household; null where that is not so. */
export async function sharedSince(tx: ViewerTx, signUpId: string): Promise<Date | null> {
  const [given] = await tx.select({ at: consent.givenAt }).from(consent).where(stands(signUpId));
  return given?.at ?? null;
}

/** Writes down the yes, once. */
export async function consentToSupplier(tx: ViewerTx, resident: Resident, signUp: Asked): Promise<void> {
  const [given] = await tx.select({ id: consent.id }).from(consent).where(open(resident, signUp.id));
  if (!given) await giveConsent(tx, resident, supplierSubject(resident.locale, signUp), { subjectId: signUp.id, fieldGroup: "supplier" });
}

/** Nothing more goes to the supplier, and how the household is reached is gone here. What was handed over before stays with them. */
export async function stopSharingWithSupplier(tx: ViewerTx, resident: Resident, signUpId: string): Promise<void> {
  await tx.delete(purchaseContact).where(and(eq(purchaseContact.signUpId, signUpId), eq(purchaseContact.householdId, resident.householdId)));
  await endConsentToSupplier(tx, resident, signUpId);
}

/** Ends the yes; from now on nothing more goes out. */
export async function endConsentToSupplier(tx: ViewerTx, resident: Resident, signUpId: string): Promise<void> {
  const ended = await tx.update(consent).set({ withdrawnAt: sql`now()`, withdrawnBy: resident.residentId }).where(open(resident, signUpId)).returning({ id: consent.id });
  for (const { id } of ended) await journal(tx, { kind: "withdrawal", id });
}

const stands = (signUpId: string) => and(eq(consent.purpose, "purchase_supplier"), eq(consent.subjectId, signUpId), isNull(consent.withdrawnAt));
const open = ({ householdId }: Resident, signUpId: string) => and(eq(consent.householdId, householdId), stands(signUpId));
