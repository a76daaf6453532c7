import { z } from "zod";
import { type Locale, noticePaces, unsubscriptionScopes } from "../../../db/schema/choices.ts";
import { serverT } from "../../i18n/words.server.ts";

/** How somebody wants to be mailed; a subject that the page does not offer stays as it is. */
export function noticeChoiceForm(locale: Locale) {
  const pace = z.enum(noticePaces, { message: serverT(locale, "notices")("choice.error") });
  return z
    .object({ direct: pace, questions: pace.optional(), visits: pace.optional(), wishes: pace.optional(), homes: pace.optional(), purchases: pace.optional(), neighbourhood: pace.optional(), stil: z.array(z.literal("ja")).default([]) })
    .transform(({ stil, ...paces }) => ({ ...paces, quietNights: stil.length > 0 }));
}

/** What somebody turns off on the page behind the link in a mail. */
export function unsubscribeForm(locale: Locale) {
  return z.object({ uit: z.enum(unsubscriptionScopes, { message: serverT(locale, "notices")("stop.error") }) });
}
