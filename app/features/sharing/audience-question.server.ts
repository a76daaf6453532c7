import type { Audience } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { consentText, type SharedAudience, type SharingPurpose } from "../consent/consent-text.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "./audience-options.server.ts";

/** An audience as a form offers it; `text` is what is said yes to, null for the own household. */
export type OfferedAudience = { audience: Audience; homes: number | null; text: string | null };

/** The audiences a resident can choose from, each with the very text that the ledger will keep. */
export async function audienceQuestion(tx: ViewerTx, resident: Resident, purpose: SharingPurpose): Promise<OfferedAudience[]> {
  const options = await audienceOptions(tx, resident);
  const text = (audience: SharedAudience) => consentText(resident.locale, { purpose, audience }, resident).text;
  return options.map((option) => ({ ...option, text: option.audience === "household" ? null : text(option.audience) }));
}
