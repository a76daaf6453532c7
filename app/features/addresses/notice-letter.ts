import type { TFunction } from "i18next";
import { dayInWords } from "../../i18n/day.ts";

/** What the letter says that tells an address of a claim: nobody's name, and nothing of who lives there. */
export function noticeLetter(t: TFunction<"vouching">, { url, validUntil, locale }: { url: string; validUntil: Date; locale: string }) {
  return {
    subject: t("letter.subject"),
    hello: t("letter.hello"),
    paragraphs: [t("letter.text"), t("letter.right"), t("letter.wrong", { url, day: dayInWords(validUntil, locale) }), t("letter.wait")],
    codeTitle: t("letter.code"),
  };
}
