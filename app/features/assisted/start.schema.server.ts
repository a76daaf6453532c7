import type { TFunction } from "i18next";
import { z } from "zod";
import { locales } from "../../../db/schema/choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { readCode } from "../session/short-code.ts";
import { formDays, formVersions } from "./paper-forms.ts";

type Words = TFunction<"assisted">;

/** What is on the signed form. */
export const signedForm = (t: Words) =>
  z.object({
    signedOn: z.iso.date(t("errors.signedOn")),
    version: z.enum(formVersions, { error: t("errors.version") }),
    taal: z.enum(locales, { error: t("errors.locale") }),
    ondertekend: z.array(z.literal("ja"), { error: t("errors.signed") }).min(1, t("errors.signed")),
  });

/** Whom the form is of. */
export const helpedBefore = (t: Words) =>
  z.object({
    eerder: z.enum(["nee", "ja"], { error: t("errors.known") }),
    nummer: optionalField(
      z.string().transform((typed, context) => {
        const number = readCode(typed);
        if (!number) context.addIssue({ code: "custom", message: t("errors.number") });
        return number ?? "";
      }),
    ),
  });

/** What a refusal to begin says, and beside which field. */
export function refusalOf(t: Words, refused: "open" | "too_many" | "date" | "unknown"): Record<string, string> {
  if (refused === "date") return { signedOn: t("errors.date", { days: formDays }) };
  return { [refused === "unknown" ? "nummer" : "form"]: t(`errors.${refused}`) };
}
