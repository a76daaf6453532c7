import type { TFunction } from "i18next";
import { z } from "zod";
import { signUpParties } from "../../../db/schema/purchase-choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import type { Decision } from "./order.server.ts";

type Words = TFunction<"purchases">;

// A form sends line ends as two characters; the database counts one.
const lines = (least: number, most: number, error: string, t: Words) =>
  z
    .string({ error })
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(least, error).max(most, t("errors.long", { most })));
const day = (error: string) => z.string({ error }).regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, error).refine((typed) => !Number.isNaN(Date.parse(typed)) && new Date(typed).toISOString().startsWith(typed), error);
const votes = (error: string) => z.coerce.number({ error }).int(error).min(1, error).max(5000, error);
const yes = (error: string) => z.literal("ja", { error });

export const signUpForm = (t: Words) => z.object({ voor: z.enum(signUpParties, { error: t("errors.party") }), regels: z.coerce.number(t("errors.rules")).int().min(1).max(1000), akkoord: yes(t("errors.rules")) });
export const rulesForm = (t: Words) => z.object({ versie: z.coerce.number(t("errors.answer")).int().min(2).max(1000), antwoord: z.enum(["ja", "nee"], { error: t("errors.answer") }) });

/** How the supplier reaches somebody: only what the rules name is asked. */
export const contactForm = (t: Words, fields: readonly string[]) =>
  z.object({
    naam: fields.includes("name") ? lines(2, 100, t("errors.name"), t) : z.unknown().transform(() => null),
    mail: fields.includes("email") ? z.email(t("errors.email")).max(200, t("errors.email")) : z.unknown().transform(() => null),
    telefoon: fields.includes("phone") ? z.string(t("errors.phone")).trim().regex(/^\+?[0-9 ()-]{6,29}$/, t("errors.phone")) : z.unknown().transform(() => null),
    akkoord: yes(t("errors.consent")),
  });

type Ordering = { versie: number; decision?: Decision };
/** What one says with an order; an owners' association also how it decided. */
export function orderForm(t: Words, association: boolean): z.ZodType<Ordering> {
  const own = { versie: z.coerce.number(t("errors.offer")).int().min(1).max(1000), achttien: yes(t("errors.adult")), voorwaarden: yes(t("errors.terms")) };
  if (!association) return z.object(own).transform(({ versie }) => ({ versie }));
  return z
    .object({ besloten: day(t("errors.decided")), voor: votes(t("errors.votes")), van: votes(t("errors.votes")), stuk: lines(3, 300, t("errors.document"), t), ...own })
    .refine(({ voor, van }) => voor <= van, { error: t("errors.votes"), path: ["voor"] })
    .transform(({ versie, besloten, voor, van, stuk }) => ({ versie, decision: { on: besloten, votesFor: voor, votesOf: van, document: stuk } }));
}

export const deedForm = (t: Words, needsWords: boolean) => z.object({ woorden: needsWords ? lines(3, 1000, t("errors.words"), t) : optionalField(lines(1, 1000, t("errors.words"), t)) });
export const reviewForm = (t: Words) => z.object({ tevreden: z.coerce.number(t("errors.stars")).int(t("errors.stars")).min(1, t("errors.stars")).max(5, t("errors.stars")), woorden: optionalField(lines(1, 2000, t("errors.words"), t)) });
