import { z } from "zod";
import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";

/** An e-mail address as somebody types it, in small letters afterwards. No line ends, lists or names: it goes into a mail's header. */
export function emailField(locale: Locale) {
  const wrong = serverT(locale, "session")("email.wrong");
  return z.string({ message: wrong }).trim().toLowerCase().max(254, wrong).pipe(z.email({ message: wrong }));
}

/** A form with an e-mail address and nothing else. */
export function emailForm(locale: Locale) {
  return z.object({ email: emailField(locale) });
}
