import type { Locale } from "../../../db/schema/auth.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { env } from "../../env.server.ts";
import { contact } from "../../http/contact.server.ts";
import { mayAskAgain, mayAskFrom } from "./choose-letter.server.ts";

/**
 * Says when a new letter can be asked for. Without a printed letter it names no day: whether one is waiting to be printed
 * would tell of others at the address.
 */
export function whenAgain(printedAt: Date | null, locale: Locale): string {
  const t = serverT(locale, "join");
  if (!printedAt) return t("code.againText", { contact: env().ORGANISATION_PHONE || contact() });
  return mayAskAgain(printedAt) ? t("code.againNow") : t("code.againFrom", { day: dayInWords(mayAskFrom(printedAt), locale) });
}
