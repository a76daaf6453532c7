import type { TFunction } from "i18next";
import { z } from "zod";
import { claimOutcomes } from "../../../db/schema/choices.ts";

/** What a moderator decides about who lives at an address, and why. A form sends line ends as two characters; the database counts one. */
export const claimSchema = (t: TFunction<"vouching">) =>
  z.object({
    outcome: z.enum(claimOutcomes, { error: t("desk.outcomeEmpty") }),
    reason: z
      .string({ error: t("desk.reasonShort") })
      .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
      .pipe(z.string().min(10, t("desk.reasonShort")).max(1000, t("desk.reasonLong"))),
    onwaar: z.array(z.string()).default([]),
  });
