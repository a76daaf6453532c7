import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences, costRanges, dwellingTypes, periodKeys } from "../../../db/schema/choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { measureKinds } from "../measures/catalogue.ts";

type Words = TFunction<"questions">;
const longest = 2000;

// A form sends line ends as two characters; the database counts one.
const lines = (message: string, t: Words) =>
  z
    .string(message)
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, message).max(longest, t("errors.long", { most: longest })));
const ticked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());

export const questionTitle = (t: Words) => z.string(t("errors.title")).trim().min(3, t("errors.title")).max(120, t("errors.long", { most: 120 }));

/** What a question says. A place is the id of a street, or "gebouw" for the own building; whether they may be chosen is looked up. */
export const questionText = (t: Words) =>
  z.object({
    title: questionTitle(t),
    body: optionalField(lines(t("errors.body"), t)),
    measureKind: optionalField(z.enum(measureKinds, { error: t("errors.choose") })),
    place: optionalField(z.string().max(40, t("errors.choose"))),
    aboutHome: ticked,
    commercial: ticked,
  });

export const questionAudience = (t: Words) => z.object({ audience: z.enum(audiences, { error: t("errors.audience") }) });

/** A new question with who may see it; its id is made with the form, so that sending it twice keeps one. */
export const newQuestion = (t: Words) => questionText(t).extend({ id: z.uuid().optional(), ...questionAudience(t).shape });

const answerFields = (t: Words) => ({ body: lines(t("errors.answer"), t), commercial: ticked });

export const answerText = (t: Words) => z.object(answerFields(t));
/** A new answer; its id is made with the form. */
export const newAnswer = (t: Words) => answerText(t).extend({ id: z.uuid().optional() });

/** What somebody found out. @param today the last day on which it can have been found out, as YYYY-MM-DD in Europe/Amsterdam */
export const outcomeText = (t: Words, today: string) =>
  z.object({
    ...answerFields(t),
    source: z.string(t("errors.source")).trim().min(2, t("errors.source")).max(300, t("errors.long", { most: 300 })),
    foundOn: z.iso.date(t("errors.foundOn")).refine((day) => day <= today && day >= "2000-01-01", t("errors.foundOn")),
    costRange: optionalField(z.enum(costRanges, { error: t("errors.choose") })),
    dwellingTypes: z.array(z.enum(dwellingTypes, { error: t("errors.choose") })).default([]),
    buildingPeriods: z.array(z.enum(periodKeys, { error: t("errors.choose") })).default([]),
  });
export const newOutcome = (t: Words, today: string) => outcomeText(t, today).extend({ id: z.uuid().optional() });

export type QuestionText = z.output<ReturnType<typeof questionText>>;
export type NewQuestion = z.output<ReturnType<typeof newQuestion>>;
export type NewAnswer = z.output<ReturnType<typeof newAnswer>>;
export type AnswerText = z.output<ReturnType<typeof answerText>>;
export type NewOutcome = z.output<ReturnType<typeof newOutcome>>;
export type OutcomeText = z.output<ReturnType<typeof outcomeText>>;
