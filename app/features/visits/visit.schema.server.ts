import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences } from "../../../db/schema/people.ts";
import { declineReasons, visitAccesses, visitLanguages } from "../../../db/schema/choices.ts";
import { optionalField } from "../../http/optional-field.server.ts";

type Words = TFunction<"visits">;

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const several = <Value extends string>(values: readonly Value[], error: string) =>
  z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.enum(values, { error })).transform((list) => [...new Set(list)]));
// A form sends line ends as two characters; the database counts one.
const lines = (most: number, t: Words) =>
  z
    .string()
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1, t("errors.line")).max(most, t("errors.long", { most })));
/** A line that a neighbour reads; without it there is none. */
const spareLine = (most: number, t: Words) => optionalField(lines(most, t));

/** What can be seen, whether the home shows itself, and how one comes to an agreement. */
const door = (t: Words) => ({
  place: z.enum(["home", "street_only"], { error: t("errors.place") }),
  measures: z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.uuid(t("errors.measures"))).max(12, t("errors.measures"))),
  way: z.enum(["moments", "appointment"], { error: t("errors.way") }),
});

export const visitAudience = (t: Words) => z.object({ audience: z.enum(audiences, { error: t("errors.audience") }) });

/** A new opening; its id is made with the form, so that sending it twice keeps one. */
export const newVisit = (t: Words) => z.object({ id: z.uuid().optional(), ...door(t), ...visitAudience(t).shape });
export const changedVisit = (t: Words) => z.object(door(t));
export type Door = z.output<ReturnType<typeof changedVisit>>;
export type NewVisit = z.output<ReturnType<typeof newVisit>>;

/** What a guest wants to know before they come. */
export const practicalSchema = (t: Words) =>
  z.object({
    languages: several(visitLanguages, t("errors.languages")).pipe(z.array(z.enum(visitLanguages)).min(1, t("errors.languages")).max(6, t("errors.languages"))),
    accessibility: several(visitAccesses, t("errors.accessibility")),
    note: spareLine(1000, t),
    houseRules: spareLine(1000, t),
  });
export type Practical = z.output<ReturnType<typeof practicalSchema>>;

/** When a door is open: a day and two times of the clock in Europe/Amsterdam. */
const moment = (t: Words) => ({
  day: z.string(t("errors.day")).regex(day, t("errors.day")),
  from: z.string(t("errors.from")).regex(clock, t("errors.from")),
  until: z.string(t("errors.until")).regex(clock, t("errors.until")),
});
const inOrder = ({ from, until }: { from: string; until: string }) => from < until && hoursBetween(from, until) <= 12;
const hoursBetween = (from: string, until: string) => minutes(until) / 60 - minutes(from) / 60;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export const momentSchema = (t: Words) =>
  z
    .object({ id: z.uuid().optional(), ...moment(t), capacity: z.coerce.number(t("errors.capacity")).int(t("errors.capacity")).min(1, t("errors.capacity")).max(20, t("errors.capacity")), route: optionalField(z.uuid(t("errors.route"))) })
    .refine(inOrder, { error: t("errors.order"), path: ["until"] });
export type NewMoment = z.output<ReturnType<typeof momentSchema>>;

/** A guest's question to come. */
export const askSchema = (t: Words) =>
  z.object({
    moment: optionalField(z.uuid(t("errors.moment"))),
    people: z.coerce.number(t("errors.people")).int(t("errors.people")).min(1, t("errors.people")).max(6, t("errors.people")),
    line: lines(500, t),
  });
export type Question = z.output<ReturnType<typeof askSchema>>;

/** A yes; of what was asked by appointment with the moment that was agreed. */
export const yesSchema = (t: Words) => z.object({ words: spareLine(500, t) });
export const appointmentSchema = (t: Words) => z.object({ ...moment(t), words: spareLine(500, t) }).refine(inOrder, { error: t("errors.order"), path: ["until"] });
export type Yes = z.output<ReturnType<typeof yesSchema>> & Partial<Pick<NewMoment, "day" | "from" | "until">>;

export const noSchema = (t: Words) => z.object({ reason: z.enum(declineReasons, { error: t("errors.reason") }), words: spareLine(500, t) });
export const callOffSchema = (t: Words) => z.object({ words: spareLine(500, t) });
export const thanksSchema = (t: Words) =>
  z
    .object({ thanks: z.enum(["on"]).optional().transform((sent) => sent === "on"), words: spareLine(500, t) })
    .refine(({ thanks, words }) => thanks || words !== null, { error: t("errors.thanks"), path: ["words"] });

export const routeSchema = (t: Words, codes: readonly string[]) =>
  z.object({
    neighbourhoodCode: z.string({ error: t("errors.neighbourhood") }).refine((code) => codes.includes(code), t("errors.neighbourhood")),
    day: z.string(t("errors.day")).regex(day, t("errors.day")),
    title: z.string(t("errors.title")).trim().min(3, t("errors.title")).max(120, t("errors.long", { most: 120 })),
    note: spareLine(1000, t),
  });
export type NewRoute = z.output<ReturnType<typeof routeSchema>>;
