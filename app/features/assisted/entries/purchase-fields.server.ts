import type { TFunction } from "i18next";
import { z } from "zod";
import { redirect } from "@remix-run/node";
import { optionalField } from "../../../http/optional-field.server.ts";
import { isUuid } from "../../../http/is-uuid.ts";
import { asViewer, type ViewerTx } from "../../../../db/viewer.server.ts";
import type { PaperDeed } from "../../purchases/paper-deeds.ts";
import { purchaseOnPaper, type PurchaseOnPaper } from "../../purchases/paper-purchase.server.ts";
import type { PaperSignUp } from "../../purchases/paper.server.ts";
import type { Assisting } from "../../session/require-assisting.server.ts";
import type { Resident } from "../../session/viewer.ts";
import { NotEntered } from "./not-entered.ts";

export type PaperWords = TFunction<"purchasePaper">;

/** Which purchase a form is about, and the day under it. */
export const aboutPurchase = { inkoop: z.uuid() };
export const signedOn = (t: PaperWords) => ({ getekend: z.iso.date(t("errors.signedOn")), handtekening: z.array(z.literal("ja"), { error: t("errors.signed") }).min(1, t("errors.signed")) });
export const phoneField = (t: PaperWords) => z.string(t("errors.phone")).trim().regex(/^\+?[0-9 ()-]{6,29}$/, t("errors.phone"));
export const nameField = (t: PaperWords) => z.string(t("errors.name")).trim().min(2, t("errors.name")).max(100, t("errors.name"));
export const optionalContact = (t: PaperWords) => ({ naam: optionalField(nameField(t)), telefoon: optionalField(phoneField(t)) });

export const homeOfPurchase = (about: string) => (isUuid(about) ? `/inkopen/${about}` : "");

/**
 * What the form of a deed needs of the purchase in its address.
 * @throws 404 for a purchase that isn't theirs to see; a redirect to the purchase when this cannot be done now
 */
export async function openPurchaseForm({ onBehalf, session }: Assisting, about: string, deed: PaperDeed): Promise<PurchaseOnPaper> {
  const found = await asViewer(onBehalf, (tx) => purchaseOnPaper(tx, onBehalf, about));
  if (!found.deeds.includes(deed)) throw redirect(`/helpen/${session.id}/inkopen/${found.purchase.id}`);
  return found;
}

/** The purchase and the sign-up that a form writes to. @throws {NotEntered} where there is none now */
export async function signUpToWrite(tx: ViewerTx, onBehalf: Resident, about: string, t: PaperWords): Promise<{ found: PurchaseOnPaper; signUp: PaperSignUp }> {
  const found = await purchaseOnPaper(tx, onBehalf, about);
  if (!found.signUp) throw new NotEntered({ form: t("errors.gone") });
  return { found, signUp: found.signUp };
}
