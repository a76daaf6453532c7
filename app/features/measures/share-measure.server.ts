import { sql } from "drizzle-orm";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { giveConsent } from "../consent/give-consent.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { ownerColumns } from "../sharing/own-item.server.ts";
import { refuseAudience } from "../sharing/policy.ts";
import { sentBefore } from "../sharing/sent-before.ts";
import { Refused } from "../sharing/refused.ts";
import type { MeasureInput } from "./measure.schema.server.ts";

/**
 * Keeps a measure of the own home, and shares it with its audience; without one only the household sees it.
 * @returns the id of the measure; the same one when the same form is sent twice
 * @throws Refused when the audience has too few homes
 */
export async function shareMeasure(tx: ViewerTx, resident: Resident, { audience = "household", ...input }: MeasureInput): Promise<string> {
  const refusal = refuseAudience(audience, await audienceOptions(tx, resident));
  if (refusal) throw new Refused(refusal);
  const [made] = await tx
    .insert(measure)
    .values({ ...ownerColumns(resident), ...input, audience, sharedAt: audience === "household" ? null : sql`now()` })
    .onConflictDoNothing({ target: measure.id })
    .returning({ id: measure.id });
  if (!made) return sentBefore(input.id);
  if (audience !== "household") {
    await giveConsent(tx, resident, { purpose: "share_measure", audience }, { subjectId: made.id, fieldGroup: "item" });
    await tell(tx, "measure-shared", { subjectId: made.id });
  }
  return made.id;
}
