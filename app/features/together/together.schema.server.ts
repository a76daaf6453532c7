import type { TFunction } from "i18next";
import { z } from "zod";
import { jointAnswers } from "../../../db/schema/joint.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { measureKinds } from "../measures/catalogue.ts";
import { dayAfter, today } from "../roles/role-days.ts";

type T = TFunction<"together">;

// A form sends line ends as two characters; the database counts one.
const oneLineEnd = (typed: string) => typed.replaceAll("\r\n", "\n").trim();

/** Whether a name is shown, as a form says it. */
export const withNameField = z.enum(["ja", "nee"]).catch("nee").transform((answer) => answer === "ja");

/** A new request: to whom, about what, in which words. */
export const requestSchema = (t: T) =>
  z.object({
    id: z.uuid().optional(),
    organisationId: z.uuid(t("errors.whom")),
    kind: z.enum(measureKinds, { error: t("errors.kind") }),
    text: z.string(t("errors.short")).transform(oneLineEnd).pipe(z.string().min(10, t("errors.short")).max(1000, t("errors.long"))),
    naam: withNameField,
  });

/** An answer: yes and later have a day, no has a reason. */
export const answerSchema = (t: T) =>
  z
    .object({
      answer: z.enum(jointAnswers, { error: t("errors.answer") }),
      byDay: optionalField(z.iso.date(t("errors.day")).refine((day) => day >= today() && day < dayAfter({ years: 10 }), t("errors.day"))),
      text: optionalField(z.string().transform(oneLineEnd).pipe(z.string().min(3, t("errors.reason")).max(1000, t("errors.long")))),
    })
    .refine(({ answer, byDay }) => answer === "no" || byDay !== null, { path: ["byDay"], message: t("errors.dayMissing") })
    .refine(({ answer, text }) => answer !== "no" || text !== null, { path: ["text"], message: t("errors.reason") })
    .transform(({ answer, byDay, text }) => ({ answer, text, byDay: answer === "no" ? null : byDay }));
