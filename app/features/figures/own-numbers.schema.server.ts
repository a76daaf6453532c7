import type { TFunction } from "i18next";
import { z } from "zod";
import { optionalField } from "../../http/optional-field.server.ts";

const withoutThousandsDots = (value: unknown) => (typeof value === "string" && /^\s*\d{1,3}(\.\d{3})+\s*$/.test(value) ? value.replaceAll(".", "") : value);
const withPoint = (value: unknown) => (typeof value === "string" ? value.trim().replace(",", ".") : value);

/** The numbers that a household reckons with: `gas` in whole m³ a year, `prijs` in € per m³, as 1,45 or 1.45. Both may be empty; they are not kept. */
export const ownNumbers = (t: TFunction<"figures">) =>
  z.object({
    gas: optionalField(z.preprocess(withoutThousandsDots, z.coerce.number({ error: t("errors.gas") }).int(t("errors.gas")).min(0, t("errors.gas")).max(20_000, t("errors.gas")))),
    prijs: optionalField(z.preprocess(withPoint, z.coerce.number({ error: t("errors.price") }).min(0.01, t("errors.price")).max(10, t("errors.price")))),
  });
