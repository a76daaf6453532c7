import type { TFunction } from "i18next";
import { z } from "zod";
import { successionDecisions } from "../../../db/schema/division.ts";
import { letterChoices } from "../../../db/schema/letters.ts";
import { lookReasons } from "../../../db/schema/people.ts";
import { appealOutcomes, hidingDurations, reportCategories, type ReportedKind, secondLookOutcomes, storyIndicators } from "../../../db/schema/sharing.ts";
import { optionalField } from "../../http/optional-field.server.ts";

type T = TFunction<"moderation">;
// A form sends line ends as two characters; the database counts one.
const text = (shortest: number, longest: number, messages: { short: string; long: string }) =>
  z
    .string({ error: messages.short })
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(shortest, messages.short).max(longest, messages.long));

/** What somebody whose address was missing is told. */
export const outcomeSchema = (t: T) => z.object({ outcome: text(10, 500, { short: t("missing.outcomeShort"), long: t("missing.outcomeLong") }) });

/** Why a moderator looks: one of the reasons, and a line in own words where none of them says it. */
export const lookSchema = (t: T) =>
  z
    .object({
      reason: z.enum(lookReasons, { error: t("look.reasonMissing") }),
      note: z.preprocess((typed) => typed ?? "", text(0, 300, { short: t("look.noteShort"), long: t("look.noteLong") })),
    })
    .refine(({ reason, note }) => reason !== "other" || note.length >= 10, { path: ["note"], message: t("look.noteShort") })
    .transform(({ reason, note }) => ({ reason, note: note || null }));

/** What can't be changed is hidden for good. */
export const unchangeable: readonly ReportedKind[] = ["joint_request", "private_message", "visit_request", "municipal_post"];

/** Why something is hidden, and how long. */
export const hideSchema = (t: T, kind: ReportedKind) =>
  z.object({
    rule: z.enum(reportCategories, { error: t("hide.ruleMissing") }),
    duration: unchangeable.includes(kind) ? z.literal("for_good").catch("for_good") : z.enum(hidingDurations, { error: t("hide.durationMissing") }),
    reason: text(10, 1000, { short: t("hide.reasonShort"), long: t("hide.reasonLong") }),
  });

/** Why something may stay. */
export const keepSchema = (t: T) =>
  z.object({
    rule: z.enum(reportCategories, { error: t("hide.ruleMissing") }),
    note: text(10, 1000, { short: t("keep.noteShort"), long: t("keep.noteLong") }),
  });

/** What comes of an appeal, and why. */
export const appealSchema = (t: T) =>
  z.object({
    outcome: z.enum(appealOutcomes, { error: t("appealDecision.outcomeMissing") }),
    answer: text(10, 1000, { short: t("appealDecision.answerShort"), long: t("appealDecision.answerLong") }),
  });

/** Whether what was changed shows again, and why. */
export const secondLookSchema = (t: T) =>
  z.object({
    outcome: z.enum(secondLookOutcomes, { error: t("again.outcomeMissing") }),
    answer: text(10, 1000, { short: t("again.answerShort"), long: t("again.answerLong") }),
  });

/** Whether households go along with a new division, and why. */
export const successionSchema = (t: T) =>
  z.object({
    id: z.uuid({ error: t("succession.decisionMissing") }),
    decision: z.enum(successionDecisions, { error: t("succession.decisionMissing") }),
    reason: text(10, 1000, { short: t("succession.reasonShort"), long: t("succession.reasonLong") }),
  });

/** Why somebody objects to a decision. */
export const objectionSchema = (t: TFunction<"decisions">) => z.object({ reason: text(10, 1000, { short: t("objection.short"), long: t("objection.long") }) });

/** An announcement to one of the neighbourhoods of a moderator. */
export const announcementSchema = (t: T, neighbourhoodCodes: readonly string[]) => {
  const both = (message: string) => ({ short: message, long: message });
  return z.object({
    neighbourhoodCode: z.string({ error: t("announcement.neighbourhoodMissing") }).refine((code) => neighbourhoodCodes.includes(code), t("announcement.neighbourhoodMissing")),
    shownName: text(2, 80, both(t("announcement.shownNameWrong"))),
    title: text(3, 120, both(t("announcement.subjectWrong"))),
    body: text(1, 4000, both(t("announcement.bodyWrong"))),
    indicator: optionalField(z.enum(storyIndicators, { error: t("announcement.indicatorWrong") })),
  });
};

/** Which letters to make. */
export const orderSchema = (t: T, streetIds: readonly string[]) =>
  z
    .object({
      choice: z.enum(letterChoices, { error: t("newLetters.choiceMissing") }),
      street: z.string().optional(),
      secondLocale: z.enum(["", "en"], { error: t("newLetters.languageMissing") }).optional(),
    })
    .refine(({ choice, street }) => choice !== "street" || (street !== undefined && streetIds.includes(street)), { error: t("newLetters.streetMissing"), path: ["street"] })
    // Letters are made at once: what was chosen twice is asked, not guessed.
    .refine(({ choice, street }) => choice === "street" || !street, { error: t("newLetters.streetNotChosen"), path: ["choice"] });

/** An address that wants no letters: who phones tells it. */
export const refusalSchema = z.object({ adres: z.string().regex(/^\d{16}$/) });
