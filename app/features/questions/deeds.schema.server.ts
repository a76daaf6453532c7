import type { TFunction } from "i18next";
import { z } from "zod";
import { parkingPhases } from "../../../db/schema/choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { today } from "../../i18n/day.ts";

type Words = TFunction<"questions">;

/** A day after today and at most so many months later, both in Europe/Amsterdam; after the end of a month its last day. */
const dayWithin = (message: string, months: number) => z.iso.date(message).refine((day) => day > today() && day <= monthsAfter(today(), months), message);

/** The same day so many months later, as PostgreSQL adds an interval: the last of the month where it has no such day. */
function monthsAfter(from: string, months: number): string {
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

const words = (message: string, most: number, t: Words) =>
  z
    .string(message)
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(3, message).max(most, t("errors.long", { most })));

/** Until which day somebody finds a question out. */
export const claimForm = (t: Words) => z.object({ until: dayWithin(t("errors.until"), 3) });
/** What is still missing in an outcome. */
export const missingForm = (t: Words) => z.object({ note: words(t("errors.missing"), 1000, t) });
/** Why a question rests, what for, and until which day at the latest. */
export const parkingForm = (t: Words) =>
  z.object({ why: words(t("errors.why"), 500, t), phase: optionalField(z.enum(parkingPhases, { error: t("errors.choose") })), returnsOn: dayWithin(t("errors.returnsOn"), 24) });
/** The question with which one is put together. */
export const mergeForm = (t: Words) => z.object({ into: z.uuid(t("errors.into")) });
