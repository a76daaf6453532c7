import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences } from "../../../db/schema/people.ts";
import { costRanges, doneBys, measureStates } from "../../../db/schema/sharing.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { measureKinds } from "./catalogue.ts";

type Words = TFunction<"measures">;

/** A whole number as it is written in Dutch: 2500 or 2.500. */
const whole = (message: string, from: number, to: number) =>
  optionalField(z.preprocess(withoutThousandsDots, z.coerce.number({ error: message }).int(message).min(from, message).max(to, message)));
const withoutThousandsDots = (value: unknown) => (typeof value === "string" && /^\s*-?\d{1,3}(\.\d{3})+\s*$/.test(value) ? value.replaceAll(".", "") : value);
const longest = 2000;

/** First page: which measure, how far it is, when (year), for how much (€, a range), and by whom. */
export const measureFacts = (t: Words) =>
  z
    .object({
      /** Made with the form, so that sending it twice keeps one measure. */
      id: z.uuid().optional(),
      kind: z.enum(measureKinds, { error: t("errors.kind") }),
      state: z.enum(measureStates, { error: t("errors.state") }),
      year: whole(t("errors.year"), 1900, 2100),
      costRange: optionalField(z.enum(costRanges, { error: t("errors.choose") })),
      doneBy: optionalField(z.enum(doneBys, { error: t("errors.choose") })),
    })
    .superRefine(({ state, year }, context) => {
      const now = new Date().getFullYear();
      if (year !== null && state === "done" && year > now) context.addIssue({ code: "custom", path: ["year"], message: t("errors.yearDone") });
      if (year !== null && state === "planned" && year < now) context.addIssue({ code: "custom", path: ["year"], message: t("errors.yearPlanned") });
    });
export type MeasureFacts = z.output<ReturnType<typeof measureFacts>>;

const words = (t: Words) => optionalField(z.string().trim().max(longest, t("errors.long", { most: longest })));

/** Second page: how it is, in words of one's own, and use before and after (gas in m³ a year, power in kWh a year). */
export const measureExperience = (t: Words) =>
  z.object({
    satisfaction: whole(t("errors.choose"), 1, 5),
    experience: words(t),
    wouldDoDifferently: words(t),
    gasBeforeM3: whole(t("errors.gas"), 0, 20_000),
    gasAfterM3: whole(t("errors.gas"), 0, 20_000),
    powerBeforeKwh: whole(t("errors.power"), 0, 100_000),
    powerAfterKwh: whole(t("errors.powerAfter"), -100_000, 100_000),
  });
export type MeasureExperience = z.output<ReturnType<typeof measureExperience>>;

/** Last page: who may see it, and what neighbours may do with it. */
export const measureAudience = (t: Words) =>
  z
    .object({
      audience: z.enum(audiences, { error: t("errors.audience") }),
      contact: z.preprocess((value) => value ?? [], z.array(z.enum(["ask", "visit"]))),
    })
    .transform(({ audience, contact }) => ({ audience, mayAsk: contact.includes("ask"), mayVisit: contact.includes("visit") }));
export type MeasureAudience = z.output<ReturnType<typeof measureAudience>>;

/** Everything of a measure, as a verb takes it. */
export type MeasureInput = MeasureFacts & Partial<MeasureExperience> & Partial<MeasureAudience>;
