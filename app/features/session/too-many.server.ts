import { data } from "@remix-run/node";
import type { Locale } from "../../../db/schema/auth.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";

/** The answer to a form that was sent too often: status 429, how long to wait, and what was typed. */
export function tooMany(locale: Locale, secondsToWait: number, values: FormValues, field = "email") {
  const message = serverT(locale, "session")("tooMany", { count: Math.max(1, Math.ceil(secondsToWait / 60)) });
  const errors: FormErrors = { [field]: message };
  return data({ errors, values }, { status: 429, headers: { "Retry-After": String(secondsToWait) } });
}
