import type { TFunction } from "i18next";
import { z } from "zod";
import { reportCategories } from "../../../db/schema/sharing.ts";
import { optionalField } from "../../http/optional-field.server.ts";

/** What is the matter with a neighbour's item. */
export const reportForm = (t: TFunction<"reports">) =>
  z.object({
    category: z.enum(reportCategories, { error: t("errors.category") }),
    note: optionalField(z.string().trim().max(1000, t("errors.long", { most: 1000 }))),
  });
