import { z } from "zod";
import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";
import { emailField } from "../session/email.schema.server.ts";

const postcode = (message: string) =>
  z
    .string({ message })
    .transform((text) => text.replaceAll(/\s/g, "").toUpperCase())
    .pipe(z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/, message));

/** Postcode and house number; what is typed behind the number (12A, 12-3) chooses among the addresses that share it. */
export function addressSearch(locale: Locale) {
  const t = serverT(locale, "join");
  return z.object({
    postcode: postcode(t("start.postcodeWrong")),
    nummer: z.string({ message: t("start.numberWrong") }).trim().max(15, t("start.numberWrong")).regex(/^[1-9][0-9]{0,4}(?![0-9])/, t("start.numberWrong")),
  });
}

/** The mailbox of who signs up, with the age that an account asks for. */
export function signupForm(locale: Locale) {
  return z.object({ email: emailField(locale), leeftijd: z.literal("ja", { message: serverT(locale, "join")("mail.ageEmpty") }) });
}

/** How somebody shows to live at an address. */
export function wayForm(locale: Locale) {
  return z.object({ manier: z.enum(["code", "brief", "huisgenoot"], { message: serverT(locale, "join")("way.empty") }) });
}

/** A name for who reads a request, or for neighbours: one line of at most 40 characters. */
export function nameField(message: string) {
  return z.string({ message }).trim().min(1, message).max(40, message).regex(/^[^\p{Cc}<>@/\\]+$/u, message);
}

/** An address that the register doesn't have. */
export function missingAddressForm(locale: Locale) {
  const t = serverT(locale, "join");
  const optional = (max: number) =>
    z
      .string()
      .trim()
      .max(max, t("missing.tooLong"))
      .transform((text) => text || null)
      .optional()
      .transform((text) => text ?? null);
  return z.object({
    postcode: postcode(t("start.postcodeWrong")),
    houseNumber: z.string({ message: t("missing.numberEmpty") }).trim().min(1, t("missing.numberEmpty")).max(20, t("missing.tooLong")),
    streetName: optional(80),
    note: optional(500),
    email: emailField(locale),
  });
}
