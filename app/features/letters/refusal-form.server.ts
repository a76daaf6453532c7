import { z } from "zod";
import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";
import { addressSearch } from "../households/join.schema.server.ts";
import { readCode } from "../session/short-code.ts";

/** The address on a letter, and the code in it. */
export function refusalForm(locale: Locale) {
  const message = serverT(locale, "join")("code.empty");
  return addressSearch(locale).extend({ code: z.string({ message }).transform((typed) => readCode(typed) ?? "").pipe(z.string().min(1, message)) });
}
