import type { TFunction } from "i18next";
import { z } from "zod";
import { optionalField } from "../../http/optional-field.server.ts";
import { dayAfter, today } from "../roles/role-days.ts";

/** So far ahead a move can be planned. */
export const lastMovingDay = () => dayAfter({ years: 1 });

/** A day that is left empty is today: then it happens at once. `blijft` are the measures that stay with the home. */
export const movingSchema = (t: TFunction<"household">) =>
  z.object({
    datum: optionalField(z.iso.date(t("moving.dayWrong")).refine((day) => day >= today() && day <= lastMovingDay(), t("moving.dayWrong"))).transform((day) => day ?? today()),
    blijft: z.array(z.string()).optional().transform((ids) => ids ?? []),
    sure: z.array(z.literal("yes", t("moving.confirmNeeded")), t("moving.confirmNeeded")).min(1, t("moving.confirmNeeded")),
  });
