import { desc, eq, sql } from "drizzle-orm";
import type { SignUpState } from "../../../../db/schema/purchase-choices.ts";
import { purchaseMessage } from "../../../../db/schema/purchases.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { asked } from "../asked.server.ts";

/** Writes to everybody who is that far and came in where the moderator is one, each in their own sign-up. @returns to how many */
export function messageSignUps(tx: ViewerTx, purchaseId: string, state: SignUpState, words: string): Promise<number> {
  return asked(tx, sql`viewer.message_sign_ups(${purchaseId}::uuid, ${state}, ${words})`);
}

/** Puts news on the page of a purchase. @returns false where the moderator doesn't decide about it, or it is a concept */
export function publishNews(tx: ViewerTx, purchaseId: string, title: string, body: string): Promise<boolean> {
  return asked(tx, sql`viewer.publish_purchase_news(${purchaseId}::uuid, ${title}, ${body})`);
}

/** What moderators wrote to who was that far, the newest first. */
export async function messagesOf(tx: ViewerTx, purchaseId: string) {
  return tx
    .select({ id: purchaseMessage.id, state: purchaseMessage.state, body: purchaseMessage.body, signUps: purchaseMessage.signUps, at: purchaseMessage.at })
    .from(purchaseMessage)
    .where(eq(purchaseMessage.purchaseId, purchaseId))
    .orderBy(desc(purchaseMessage.at))
    .limit(50);
}
