import { eq } from "drizzle-orm";
import { measure } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeAudience } from "../sharing/change-audience.server.ts";
import type { MeasureAudience } from "./measure.schema.server.ts";

/**
 * Says who may see an own measure, and whether neighbours may ask about it or come and look.
 * @returns false when the household has no such measure
 * @throws Refused when the audience has too few homes, or the measure was withdrawn
 */
export async function changeMeasureAudience(tx: ViewerTx, resident: Resident, id: string, wanted: MeasureAudience): Promise<boolean> {
  if (!(await changeAudience(tx, resident, measure, id, wanted.audience))) return false;
  if (wanted.audience !== "household") await tell(tx, "measure-shared", { subjectId: id });
  await tx.update(measure).set({ mayAsk: wanted.mayAsk, mayVisit: wanted.mayVisit }).where(eq(measure.id, id));
  return true;
}
