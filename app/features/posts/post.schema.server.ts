import type { TFunction } from "i18next";
import { z } from "zod";

const text = (least: number, most: number, message: string) => z.string({ message }).trim().min(least, message).max(most, message);
const blank = (value: unknown) => (value === "" ? undefined : value);
/** A day that comes after today, by the clock of the Netherlands. */
const laterDay = (message: string) =>
  z.preprocess(blank, z.iso.date(message).refine((day) => day > new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Amsterdam" }) && day < "2100-01-01", message).optional());

/** An answer, or a promise with its day, to one of an official's neighbourhoods. */
export function postSchema(t: TFunction<"figureDesk">, codes: readonly string[]) {
  return z
    .object({
      buurt: z.string({ message: t("post.errors.neighbourhood") }).refine((code) => codes.includes(code), t("post.errors.neighbourhood")),
      soort: z.enum(["answer", "promise"], t("post.errors.kind")),
      onderwerp: text(3, 120, t("post.errors.title")),
      tekst: text(10, 2000, t("post.errors.body")),
      klaar: laterDay(t("post.errors.due")),
    })
    .refine(({ soort, klaar }) => soort === "answer" || klaar !== undefined, { path: ["klaar"], message: t("post.errors.due") });
}

/** What came of a promise: kept, or later with a new day. */
export function promiseReportSchema(t: TFunction<"figureDesk">) {
  return z
    .object({ uitkomst: z.enum(["kept", "late"], t("post.errors.outcome")), uitleg: text(10, 1000, t("post.errors.reason")), klaar: laterDay(t("post.errors.due")) })
    .refine(({ uitkomst, klaar }) => uitkomst === "kept" || klaar !== undefined, { path: ["klaar"], message: t("post.errors.due") });
}

/** Why a post is withdrawn, and whether its words go too. */
export function withdrawalSchema(t: TFunction<"figureDesk">) {
  return z.object({ reden: text(10, 1000, t("withdraw.errors.reason")), tekst: z.enum(["stays", "goes"], t("withdraw.errors.text")) });
}
