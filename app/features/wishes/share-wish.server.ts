import { sql } from "drizzle-orm";
import { wish } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import { Refused } from "../sharing/refused.ts";
import type { WishInput } from "./wish.schema.server.ts";

/**
 * Keeps a wish for the own home or for the neighbourhood, and shares it with its audience; without one only the household
 * sees it.
 * @returns the id of the wish; the same one when the same form is sent twice
 * @throws Refused when the audience has too few homes
 */
export async function shareWish(tx: ViewerTx, resident: Resident, { audience = "household", ...input }: WishInput): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const [made] = await tx
    .insert(wish)
    .values({ ...ownerColumns(resident), ...input, audience, sharedAt: audience === "household" ? null : sql`now()` })
    .onConflictDoNothing({ target: wish.id })
    .returning({ id: wish.id });
  if (!made) return sentBefore(input.id);
  if (audience !== "household") await giveConsent(tx, resident, { purpose: "share_wish", audience }, { subjectId: made.id, fieldGroup: "item" });
  return made.id;
}
