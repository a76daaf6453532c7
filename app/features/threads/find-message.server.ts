import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { privateMessage } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** A message that this resident reads; null for what isn't there, was taken back, or isn't theirs to read. */
export async function findMessage(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({ id: privateMessage.id, threadId: privateMessage.threadId, body: privateMessage.body, residentId: privateMessage.residentId, hiddenAt: privateMessage.hiddenAt })
    .from(privateMessage)
    .where(and(eq(privateMessage.id, id), isNull(privateMessage.withdrawnAt), isNotNull(privateMessage.body)));
  if (!found) return null;
  const { residentId, body, ...rest } = found;
  return { ...rest, body: body!, own: residentId === resident.residentId };
}
