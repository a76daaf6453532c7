import { and, count, desc, eq, isNull } from "drizzle-orm";
import { disclosure } from "../../../db/schema/people.ts";
import { hiding } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

/** What moderators hid of the own household and have not lifted, with the statement of reasons. */
export function ownHidings(tx: ViewerTx, resident: Resident) {
  return tx
    .select({ id: hiding.id, subjectKind: hiding.subjectKind, subjectId: hiding.subjectId, rule: hiding.rule, reason: hiding.reason, createdAt: hiding.createdAt })
    .from(hiding)
    .where(and(eq(hiding.householdId, resident.householdId), isNull(hiding.liftedAt)))
    .orderBy(desc(hiding.createdAt))
    .limit(50);
}

/** Every look of a moderator at something of the own household, newest first. */
export function ownDisclosures(tx: ViewerTx, resident: Resident) {
  return tx
    .select({ id: disclosure.id, actorRole: disclosure.actorRole, what: disclosure.what, subjectId: disclosure.subjectId, at: disclosure.at })
    .from(disclosure)
    .where(eq(disclosure.householdId, resident.householdId))
    .orderBy(desc(disclosure.at))
    .limit(100);
}

/** How often moderators looked at something of the own household. */
export async function countDisclosures(tx: ViewerTx, resident: Resident): Promise<number> {
  const [row] = await tx.select({ looks: count() }).from(disclosure).where(eq(disclosure.householdId, resident.householdId));
  return Number(row?.looks ?? 0);
}
