import type { TFunction } from "i18next";
import { z } from "zod";
import { belowRules, checkKinds, coolingOffStarts, supplierFields, withdrawalEffects } from "../../../../db/schema/purchase-choices.ts";
import { dwellingTypes } from "../../../../db/schema/choices.ts";
import { optionalField } from "../../../http/optional-field.server.ts";
import { today } from "../../../i18n/day.ts";
import { measureKinds } from "../../measures/catalogue.ts";
import { tierProblem } from "../engine/price-tiers.ts";
import type { Concept } from "../save-concept.server.ts";
import type { RulesRow, TierRow } from "../rules-row.ts";
import { centsIn } from "./amounts.ts";
import { dayIn } from "./days.ts";

export type DeskWords = TFunction<"purchaseDesk">;
export const mostTiers = 4;
export const mostChecks = 6;

/** As the database counts: a picture sign is one. */
const charactersIn = (text: string) => [...text].length;
// A form sends line ends as two characters; the database counts one.
export const lines = (least: number, most: number, error: string) =>
  z
    .string(error)
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .refine((text) => charactersIn(text) >= least && charactersIn(text) <= most, error);
const whole = (least: number, most: number, error: string) => z.string(error).trim().regex(/^\d{1,6}$/, error).transform(Number).pipe(z.number().min(least, error).max(most, error));
export const dayField = (error: string) =>
  z.string(error).transform((typed, context) => {
    const day = dayIn(typed);
    if (day === null || day < "2000" || day > "2200") return context.addIssue({ code: "custom", message: error }), z.NEVER;
    return day;
  });
const several = <const Value extends string>(values: readonly Value[], least: number, most: number, error: string) =>
  z.array(z.enum(values as readonly [Value, ...Value[]], error), error).min(least, error).max(most, error).transform((chosen) => [...new Set(chosen)]);
const texts = z.array(z.string().max(400)).max(20).optional().transform((typed) => (typed ?? []).map((text) => text.trim()));

const ruleFields = (t: DeskWords) => ({
  drempel: whole(1, 100_000, t("errors.threshold")),
  capaciteit: optionalField(whole(1, 100_000, t("errors.capacity"))),
  "laatste-dag": dayField(t("errors.deadline")).refine((day) => day > today(), t("errors.deadline")),
  onder: z.enum(belowRules, t("errors.below")),
  "verlengd-tot": optionalField(dayField(t("errors.prolongUntil"))),
  terugtrekken: z.enum(withdrawalEffects, t("errors.withdrawal")),
  bedenktijd: z.enum(coolingOffStarts, t("errors.coolingOff")),
  vanaf: texts,
  prijs: texts,
  btw: texts,
  partij: lines(3, 500, t("errors.party")),
  provisie: lines(2, 500, t("errors.commission")),
  criteria: lines(3, 2000, t("errors.criteria")),
  belangen: lines(2, 2000, t("errors.interests")),
  velden: several(supplierFields, 1, supplierFields.length, t("errors.fields")),
  bewaren: dayField(t("errors.keepUntil")),
});

type Given = z.output<z.ZodObject<ReturnType<typeof ruleFields>>>;

function together(t: DeskWords, given: Given, issue: (path: string, message: string) => void): { rules: RulesRow; tiers: TierRow[] } {
  const deadline = given["laatste-dag"];
  const last = given.onder === "prolong" ? given["verlengd-tot"] : null;
  if (given.capaciteit !== null && given.capaciteit < given.drempel) issue("capaciteit", t("errors.capacity"));
  if (given.onder === "prolong" && (!last || last <= deadline)) issue("verlengd-tot", t("errors.prolongUntil"));
  const latest = `${Number(deadline.slice(0, 4)) + 8}${deadline.slice(4)}`;
  if (given.bewaren <= (last ?? deadline) || given.bewaren > latest) issue("bewaren", t("errors.keepUntil"));
  const tiers = given.vanaf.flatMap((from, index): TierRow[] => {
    const [price, vat] = [given.prijs[index] ?? "", given.btw[index] ?? ""];
    if (from === "" && price === "" && vat === "") return [];
    return [{ fromOrders: /^\d{1,6}$/.test(from) ? Number(from) : Number.NaN, cents: centsIn(price) ?? Number.NaN, vatCents: centsIn(vat) ?? Number.NaN }];
  });
  if (tiers.length > mostTiers || tierProblem(tiers) !== null || tiers.some(({ vatCents }) => Number.isNaN(vatCents))) issue("prijzen", t("errors.tiers"));
  else if (tiers.some(({ cents, vatCents }) => vatCents > cents)) issue("prijzen", t("errors.vat"));
  return {
    rules: {
      threshold: given.drempel, capacity: given.capaciteit, deadline, below: given.onder, prolongUntil: last, withdrawal: given.terugtrekken, coolingOffFrom: given.bedenktijd, contractingParty: given.partij,
      commission: given.provisie, criteria: given.criteria, interests: given.belangen, supplierFields: given.velden, keepUntil: given.bewaren,
    },
    tiers,
  };
}

/** Other rules for a purchase that is open, with why. */
export const proposalSchema = (t: DeskWords) =>
  z.object({ ...ruleFields(t), waarom: lines(3, 1000, t("errors.why")) }).transform((given, context) => ({
    ...together(t, given, (path, message) => context.addIssue({ code: "custom", path: [path], message })),
    why: given.waarom,
  }));

/** A whole concept. @param moderates the neighbourhoods of who makes it */
export const conceptSchema = (t: DeskWords, moderates: readonly [string, ...string[]]) =>
  z
    .object({
      ...ruleFields(t),
      titel: lines(3, 120, t("errors.title")),
      tekst: optionalField(lines(1, 4000, t("errors.body"))),
      soorten: several(measureKinds, 1, 6, t("errors.kinds")),
      buurten: several(moderates, 1, 100, t("errors.neighbourhoods")),
      woningen: several(dwellingTypes.filter((type) => type !== "unknown"), 0, 6, t("errors.dwellingTypes")).optional().transform((chosen) => chosen ?? []),
      voor: several(["owners", "tenants"], 1, 2, t("errors.parties")),
      ronde: whole(1, 50, t("errors.round")),
      vraag: texts,
      soort: texts,
    })
    .transform((given, context): Concept => {
      const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
      const checks = given.vraag.flatMap((question, index) => (question === "" ? [] : [{ question, kind: checkKinds.find((kind) => kind === given.soort[index]) ?? checkKinds[0] }]));
      if (checks.length > mostChecks || checks.some(({ question }) => charactersIn(question) < 3 || charactersIn(question) > 300)) issue("vragen", t("errors.checks"));
      return {
        what: { title: given.titel, body: given.tekst, kinds: given.soorten, dwellingTypes: given.woningen, forOwners: given.voor.includes("owners"), forTenants: given.voor.includes("tenants"), round: given.ronde },
        neighbourhoods: given.buurten,
        ...together(t, given, issue),
        checks,
      };
    });
