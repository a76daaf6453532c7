import { and, isNull, notInArray } from "drizzle-orm";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { post, posted } from "../notifications/memory-mailbox.server.ts";
import { codeLetters } from "./code-letters.server.ts";
import { dueLetters } from "./due-letters.server.ts";

/**
 * For the demo: puts letters that wait to be printed into the memory mailbox, with a code that works. They stay on the
 * moderator's list, because on paper they were never printed.
 */
export async function postLetters(): Promise<void> {
  const shown = posted().flatMap((item) => (item.kind === "letter" ? [item.id] : []));
  const letters = await asAuth(async (tx) => codeLetters(tx, await dueLetters(tx, and(isNull(letter.printedAt), shown.length ? notInArray(letter.id, shown) : undefined))));
  const url = new URL("/meedoen/code", env().APP_URL).href;
  for (const each of letters) {
    const t = serverT(each.locale, "join");
    const text = [...each.addressLines, "", t("letter.hello"), t("letter.text", { url }), "", each.code].join("\n");
    post({ id: each.letterId, kind: "letter", at: new Date(), to: each.addressLines.join(", "), subject: t("letter.subject"), text, html: "" });
  }
}
