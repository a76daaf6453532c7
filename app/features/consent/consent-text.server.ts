import type { Locale } from "../../../db/schema/auth.ts";
import type { Audience, ConsentPurpose } from "../../../db/schema/people.ts";
import { serverT } from "../../i18n/words.server.ts";

/** An audience that reaches somebody outside the household. */
export type SharedAudience = Exclude<Audience, "household">;

/** To what somebody says yes: sharing names its audience, the rest speaks for itself. */
export type SharingPurpose = Exclude<Extract<ConsentPurpose, `share_${string}` | "koploper">, "share_answer">;
export type ConsentSubject =
  | { purpose: SharingPurpose; audience: SharedAudience }
  /** `fields` in words, and the last day on which the supplier may have them. */
  | { purpose: "purchase_supplier"; purchase: string; supplier: string; fields: string; day: string }
  | { purpose: Exclude<ConsentPurpose, SharingPurpose | "purchase_supplier"> };

export type ConsentText = { version: string; text: string };

/**
 * The text under which somebody gives consent: the same on the screen and in the ledger. Whoever changes a text in
 * i18n/…/consent.ts gives it a new version there.
 */
export function consentText(locale: Locale, subject: ConsentSubject, place: { streetName: string; neighbourhoodName: string }): ConsentText {
  const t = serverT(locale, "consent");
  const names = { street: place.streetName, neighbourhood: place.neighbourhoodName };
  const text = "audience" in subject ? t(`texts.${subject.purpose}.${subject.audience}`, names) : "supplier" in subject ? t("texts.purchase_supplier", subject) : t(`texts.${subject.purpose}`, names);
  return { version: `${subject.purpose}-${t(`versions.${subject.purpose}`)}`, text };
}
