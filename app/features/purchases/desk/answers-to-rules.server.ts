import { and, eq, isNotNull, notInArray, sql } from "drizzle-orm";
import { exits } from "../../../../db/schema/purchase-choices.ts";
import { purchaseAgreement, purchaseSignUp } from "../../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

/** How many of those who take part said yes or no to other rules, as far as their sign-ups are the moderator's to read. */
export async function answersToRules(tx: ViewerTx, purchaseId: string, version: number): Promise<{ agreed: number; refused: number; waiting: number }> {
  const [counts] = await tx
    .select({
      agreed: sql<number>`count(*) filter (where ${purchaseAgreement.agreed})::integer`,
      refused: sql<number>`count(*) filter (where not ${purchaseAgreement.agreed})::integer`,
      waiting: sql<number>`count(*) filter (where ${purchaseAgreement.agreed} is null)::integer`,
    })
    .from(purchaseSignUp)
    .leftJoin(purchaseAgreement, and(eq(purchaseAgreement.signUpId, purchaseSignUp.id), eq(purchaseAgreement.version, version)))
    .where(and(eq(purchaseSignUp.purchaseId, purchaseId), isNotNull(purchaseSignUp.householdId), notInArray(purchaseSignUp.state, [...exits])));
  return counts!;
}
