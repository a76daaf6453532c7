import type { Audience } from "../../../db/schema/people.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";

/** What happened after an audience was chosen, and who sees it now. */
export function sharedWords(resident: Resident, audience: Audience): string {
  return serverT(resident.locale, "measures")(`done.${audience}`, { street: resident.streetName, neighbourhood: resident.neighbourhoodName });
}
