import { sql } from "drizzle-orm";
import type { SignUpParty } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { asked } from "./asked.server.ts";

export type SignedUp = { outcome: "signed_up" | "again"; signUp: string } | { outcome: "closed" | "not_for_you" | "not_this_home" | "rules"; signUp: null };

/**
 * Shows interest, which binds to nothing.
 * @param rules the version of the rules that was read
 * @returns the sign-up, with "again" when there is one that goes on; "closed", "not_for_you" by owners and tenants, "not_this_home" by the kinds of homes, "rules" when others
 * hold by now; null when there is no such purchase for this resident
 */
export async function signUp(tx: ViewerTx, purchaseId: string, party: SignUpParty, rules: number): Promise<SignedUp | null> {
  const [row] = await tx
    .select({ outcome: sql<SignedUp["outcome"] | null>`outcome`, signUp: sql<string | null>`made` })
    .from(sql`viewer.sign_up(${purchaseId}::uuid, ${party}, ${rules}::smallint)`);
  return row?.outcome ? ({ outcome: row.outcome, signUp: row.signUp } as SignedUp) : null;
}

/**
 * Answers what a home is asked; with all of it answered interest goes on to suitability.
 * @param answers by the id of the check
 * @returns "missing" where one is not answered, "closed" when it can no longer be; null when it is not one's own
 */
export function answerChecks(tx: ViewerTx, signUpId: string, answers: Record<string, string>): Promise<"answered" | "missing" | "closed" | null> {
  return asked(tx, sql`viewer.answer_checks(${signUpId}::uuid, ${JSON.stringify(answers)}::jsonb)`);
}

/** Says yes or no to other rules. @returns "adopted" by the last yes; null where there is nothing to answer */
export function answerRules(tx: ViewerTx, signUpId: string, version: number, agreed: boolean): Promise<"agreed" | "refused" | "adopted" | null> {
  return asked(tx, sql`viewer.answer_rules(${signUpId}::uuid, ${version}::smallint, ${agreed})`);
}
