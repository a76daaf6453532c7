import { z } from "zod";
import { signUpStates } from "../../../../db/schema/purchase-choices.ts";
import { optionalField } from "../../../http/optional-field.server.ts";
import { today } from "../../../i18n/day.ts";
import { type DeskWords, dayField, lines } from "./concept.schema.server.ts";
import { endings, type How, stopReasons } from "./endings.ts";
import { isTarget, mostInBulk, needsDay, reasonsFor, signUpReasons, type Target, targets } from "./moderator-steps.ts";

export const supplierSchema = (t: DeskWords) => z.object({ naam: lines(2, 120, t("errors.supplier")), waarom: lines(3, 2000, t("errors.supplierWhy")) });

/** @param hows how it can end now */
export const stopSchema = (t: DeskWords, hows: readonly How[]) =>
  z
    .object({ hoe: z.enum(Object.keys(endings) as [How, ...How[]], t("errors.how")), reden: optionalField(z.enum(stopReasons, t("errors.reason"))), woorden: optionalField(lines(1, 1000, t("errors.words"))) })
    .transform(({ hoe, reden, woorden }, context) => {
      if (!hows.includes(hoe)) context.addIssue({ code: "custom", path: ["hoe"], message: t("errors.how") });
      const reason = hoe === "finished" ? ("closed" as const) : reden;
      if (reason === null || !(endings[hoe] as readonly string[]).includes(reason)) return context.addIssue({ code: "custom", path: ["reden"], message: t("errors.reason") }), z.NEVER;
      return { how: hoe, reason, words: woorden };
    });

const stepFields = (t: DeskWords) => ({
  naar: z.enum(targets, t("errors.to")),
  reden: optionalField(z.enum(signUpReasons, t("errors.reason"))),
  woorden: optionalField(lines(1, 1000, t("errors.words"))),
  dag: optionalField(dayField(t("errors.day"))),
});
type GivenStep = z.output<z.ZodObject<ReturnType<typeof stepFields>>>;

function stepOf(t: DeskWords, { naar, reden, woorden, dag }: GivenStep, issue: (path: string, message: string) => void) {
  const reasons = reasonsFor(naar);
  if (reasons.length > 0 && (reden === null || !reasons.includes(reden))) issue("reden", t("errors.reason"));
  if (naar === "planned" && dag === null) issue("dag", t("errors.day"));
  if (naar === "delivered" && dag !== null && dag > today()) issue("dag", t("errors.delivered"));
  return { to: naar, reason: reasons.length > 0 ? reden : null, words: woorden, day: needsDay(naar) ? dag : null };
}

/** One step of one sign-up. @param open where it can go now */
export const stepSchema = (t: DeskWords, open: readonly Target[]) =>
  z.object(stepFields(t)).transform((given, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!open.includes(given.naar)) issue("naar", t("errors.to"));
    return stepOf(t, given, issue);
  });

/** The same step of several, from the state in which they stood when they were chosen. */
export const bulkSchema = (t: DeskWords) =>
  z.object({ ...stepFields(t), van: z.enum(signUpStates, t("errors.to")), wie: z.array(z.guid(t("errors.to")), t("errors.to")).min(1, t("errors.to")).max(mostInBulk, t("errors.to")) }).transform((given, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!isTarget(given.van, given.naar)) issue("naar", t("errors.to"));
    return { ...stepOf(t, given, issue), from: given.van, ids: [...new Set(given.wie)] };
  });

/** What was chosen on the board, for the preview: nothing is changed by it. */
export const chosenSchema = z.object({ van: z.enum(signUpStates), naar: z.enum(targets), wie: z.array(z.guid()).max(mostInBulk).optional().transform((ids) => [...new Set(ids ?? [])]) }).refine(({ van, naar }) => isTarget(van, naar));

export const visitSchema = (t: DeskWords) => z.object({ dag: dayField(t("errors.visitDay")).refine((day) => day >= today(), t("errors.visitDay")) });
export const noteSchema = (t: DeskWords) => z.object({ notitie: lines(1, 2000, t("errors.note")) });
/** To everybody who is that far. */
export const messageSchema = (t: DeskWords) => z.object({ stap: z.enum(signUpStates, t("errors.to")), bericht: lines(1, 2000, t("errors.note")) });
export const newsSchema = (t: DeskWords) => z.object({ titel: lines(3, 120, t("errors.title")), nieuws: lines(1, 4000, t("errors.news")) });
