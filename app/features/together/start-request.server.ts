import { jointRequest } from "../../../db/schema/joint.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { takePart } from "./take-part.server.ts";
import { whomToAsk } from "./whom-to-ask.server.ts";

/** `id` was made with the form, so that sending it twice starts one request. */
export type StartedRequest = { id?: string; organisationId: string; kind: MeasureKind; text: string; withName: boolean };

/**
 * Starts a joint request in the own building; whoever starts it takes part.
 * @returns its id; null when that organisation can't be asked here
 * @throws what the database refuses: more than five in a day
 */
export async function startRequest(tx: ViewerTx, resident: Resident, { id, organisationId, kind, text, withName }: StartedRequest): Promise<string | null> {
  const { managers } = await whomToAsk(tx, resident);
  if (!managers.some((manager) => manager.id === organisationId)) return null;
  const { neighbourhoodCode, buildingId, residentId } = resident;
  const [made] = await tx
    .insert(jointRequest)
    .values({ id, neighbourhoodCode, buildingId: buildingId!, organisationId, kind, text, startedBy: residentId })
    .onConflictDoNothing()
    .returning({ id: jointRequest.id });
  if (made) await takePart(tx, resident, made.id, withName);
  return made?.id ?? id ?? null;
}
