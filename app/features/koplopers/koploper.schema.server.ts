import type { TFunction } from "i18next";
import { z } from "zod";
import { audiences } from "../../../db/schema/people.ts";
import { optionalField } from "../../http/optional-field.server.ts";
import { measureKinds } from "../measures/catalogue.ts";

/** What somebody may be asked about, with a line of their own; one of the audiences, since a badge for oneself is none. */
export const koploperSchema = (t: TFunction<"koplopers">) =>
  z.object({
    kinds: z.preprocess((sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]), z.array(z.enum(measureKinds, { error: t("errors.kinds") })).min(1, t("errors.kinds")).max(12, t("errors.most"))),
    line: optionalField(z.string().transform((typed) => typed.replaceAll(/\s+/g, " ").trim()).pipe(z.string().min(1).max(300, t("errors.long")))),
    place: z.enum(["home", "street_only"], { error: t("errors.place") }),
    audience: z.enum(audiences, { error: t("errors.audience") }).refine((audience) => audience !== "household", t("errors.audience")),
  });
export type Badge = z.output<ReturnType<typeof koploperSchema>>;
