import type { Audience } from "../../../db/schema/people.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { Refused } from "./refused.ts";
import type { Section } from "./shared-item.ts";
import { sharedWords } from "./shared-words.server.ts";

/** Puts an item back and goes to it, or to the `page` where its household has it, with who sees it now; or says that it is too late. */
export async function restoredPage(resident: Resident, section: Section, restore: () => Promise<{ id: string; audience: Audience | null }>, page?: string) {
  const t = serverT(resident.locale, "measures");
  try {
    const { id, audience } = await restore();
    if (!audience) throw notFound();
    return await redirectWithFlash(page ?? `/${section}/${id}`, { text: `${t("done.restored")} ${sharedWords(resident, audience)}` });
  } catch (error) {
    if (error instanceof Refused) return redirectWithFlash("/mijn-huis", { text: t(`refusals.${error.reason}`) });
    throw error;
  }
}
