import type { ConsentPurpose } from "../../../db/schema/people.ts";
import type { consent } from "../../../db/schema/people.ts";
import type { Resident } from "../session/viewer.ts";
import { type ConsentSubject, type ConsentText, consentText } from "./consent-text.server.ts";

/**
 * Versions of texts that say more than the one before: who agreed under an older one is asked again, and until their yes that more is
 * not done with what is theirs. Any other new version says the same in other words, and is only told.
 * Published figures: 1 became 2 in other words; 3 counts how a household came to join, how involved it wants to be and what came of an invitation;
 * 4 counts whether it takes part in a purchase.
 */
export const asksAgain: Partial<Record<ConsentPurpose, readonly number[]>> = { published_figures: [3, 4] };

/** What is new since somebody agreed: whether it asks them again, the text as it is now, and whether they said no to it. */
export type NewerText = ConsentText & { asks: boolean; declined: boolean };
type Given = Pick<typeof consent.$inferSelect, "purpose" | "audience" | "textVersion" | "declinedVersion">;

const numberOf = (version: string) => Number(version.slice(version.lastIndexOf("-") + 1));

/** Whether a consent was given under a text that says what this version of it says. */
export function covers(purpose: ConsentPurpose, textVersion: string, version: number): boolean {
  return !(asksAgain[purpose] ?? []).some((more) => more > numberOf(textVersion) && more <= version);
}

/** The newer text of a consent that somebody gave; null where there is none. A text of a purchase names its own supplier and day, and stays as it was. */
export function newerText(resident: Resident, given: Given): NewerText | null {
  const subject = subjectOf(given);
  if (!subject) return null;
  const now = consentText(resident.locale, subject, resident);
  const number = numberOf(now.version);
  if (!(number > numberOf(given.textVersion))) return null;
  return { ...now, asks: !covers(given.purpose, given.textVersion, number), declined: given.declinedVersion === now.version };
}

/** To what somebody said yes, as a text is made of it; null where it can't be made anew. */
export function subjectOf({ purpose, audience }: Pick<Given, "purpose" | "audience">): ConsentSubject | null {
  if (purpose === "purchase_supplier") return null;
  if (purpose === "koploper" || (purpose.startsWith("share_") && purpose !== "share_answer")) return audience === null || audience === "household" ? null : ({ purpose, audience } as ConsentSubject);
  return { purpose } as ConsentSubject;
}
