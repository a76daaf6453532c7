import { serverT } from "../../i18n/words.server.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import type { Resident } from "../session/viewer.ts";
import { Refused } from "./refused.ts";

/** Turns what a policy refuses into the words of a form; anything else is thrown on. */
export function refusedPage(resident: Resident, field = "form", values: FormValues = {}): (error: unknown) => { errors: FormErrors; values: FormValues } {
  return (error) => {
    if (!(error instanceof Refused)) throw error;
    return { errors: { [field]: serverT(resident.locale, "measures")(`refusals.${error.reason}`) }, values };
  };
}
