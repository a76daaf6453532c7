import { desc, eq, sql } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { type NoticePace, usualPaces } from "../../../db/schema/choices.ts";
import { noticeChoice, unsubscription } from "../../../db/schema/notices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";

export type NoticeChoice = Record<keyof typeof usualPaces, NoticePace> & { quietNights: boolean };

const { direct, questions, visits, wishes, homes, purchases, neighbourhood, quietNights } = noticeChoice;
const columns = { direct, questions, visits, wishes, homes, purchases, neighbourhood, quietNights };

/** How this person wants to be mailed; who chose nothing gets what is usual. */
export async function ownNoticeChoice(tx: ViewerTx, { accountId }: Resident): Promise<NoticeChoice> {
  const [row] = await tx.select(columns).from(noticeChoice).where(eq(noticeChoice.accountId, accountId));
  return row ?? { ...usualPaces, quietNights: true };
}

/** Chooses how to be mailed, from the next mail on. What is turned off stays off after a restore. */
export async function chooseNotices(tx: ViewerTx, { accountId }: Resident, choice: Partial<NoticeChoice>): Promise<void> {
  await tx
    .insert(noticeChoice)
    .values({ accountId, ...choice })
    .onConflictDoUpdate({ target: noticeChoice.accountId, set: { ...choice, changedAt: sql`now()` } });
  if (Object.values(choice).includes("nothing")) await journal(tx, { kind: "withdrawal", id: accountId });
}

/** The last times that this person turned mail off through a link in it, newest first. */
export function ownUnsubscriptions(tx: ViewerTx, { accountId }: Resident) {
  return tx
    .select({ id: unsubscription.id, scope: unsubscription.scope, way: unsubscription.way, createdAt: unsubscription.createdAt })
    .from(unsubscription)
    .where(eq(unsubscription.accountId, accountId))
    .orderBy(desc(unsubscription.createdAt))
    .limit(5);
}
