import { data } from "@remix-run/node";
import type { Locale } from "../../../db/schema/auth.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";

/** The answer to a form that was sent too often: status 429, how long to wait, and what was typed. */
export function tooMany(locale: Locale, secondsToWait: number, values: FormValues, field = "email") {
  const [{ problem }, init] = tooManyInWords(locale, secondsToWait);
  const errors: FormErrors = { [field]: problem };
  return data({ errors, values }, init);
}

/** The same for an answer that has no form: the words, with the status and headers to send. */
export function tooManyInWords(locale: Locale, secondsToWait: number) {
  const problem = serverT(locale, "session")("tooMany", { count: Math.max(1, Math.ceil(secondsToWait / 60)) });
  return [{ problem }, { status: 429, headers: { "Retry-After": String(secondsToWait) } }] as const;
}
