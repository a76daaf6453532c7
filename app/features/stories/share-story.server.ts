import { sql } from "drizzle-orm";
import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { Refused } from "../sharing/refused.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import type { NewStory } from "./story.schema.server.ts";

/**
 * Keeps a story beside a figure of the neighbourhood, and shares it with its audience.
 * @returns the id of the story; the same one when the same form is sent twice
 * @throws Refused when the audience has too few homes
 */
export async function shareStory(tx: ViewerTx, resident: Resident, { audience, ...input }: NewStory): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const [made] = await tx
    .insert(story)
    .values({ ...ownerColumns(resident), ...input, audience, sharedAt: audience === "household" ? null : sql`now()` })
    .onConflictDoNothing({ target: story.id })
    .returning({ id: story.id });
  if (!made) return sentBefore(input.id);
  if (audience !== "household") await giveConsent(tx, resident, { purpose: "share_story", audience }, { subjectId: made.id, fieldGroup: "item" });
  return made.id;
}
