import type { Resident } from "../session/viewer.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { ownAddress } from "./find-visit.server.ts";
import { namesHome } from "./policy.ts";

/** What is wrong with texts of somebody who shows their street only: per field, where it names their home. */
export async function hiddenHomeProblems(tx: ViewerTx, resident: Resident, texts: Record<string, string | null>): Promise<Record<string, string> | null> {
  const address = await ownAddress(tx, resident);
  const wrong = Object.entries(texts).filter(([, text]) => namesHome(text, address));
  return wrong.length > 0 ? Object.fromEntries(wrong.map(([field]) => [field, serverT(resident.locale, "visits")("errors.namesHome")])) : null;
}
