import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { exits, type SignUpState, type StepReason } from "../../../../db/schema/purchase-choices.ts";
import { purchaseSignUp, purchaseSignUpEvent } from "../../../../db/schema/purchase-sign-ups.ts";
import { dwelling } from "../../../../db/schema/register.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { asked } from "../asked.server.ts";

export const funnelSteps = ["homes", "approached", "interest", "suitable", "offered", "ordered", "delivered"] as const;
export type Funnel = { steps: { name: (typeof funnelSteps)[number]; homes: number }[]; dropped: { state: SignUpState; reason: StepReason | null; homes: number }[] };

/**
 * How far homes came that a moderator reads of, exactly, and why others stopped. The homes of the neighbourhoods are those of the register.
 * @param types the kinds of home it is for; none is all
 */
export async function funnelOf(tx: ViewerTx, { moderates }: Moderator, purchase: { id: string; dwellingTypes: readonly string[]; neighbourhoods: readonly { code: string }[] }): Promise<Funnel> {
  const theirs = and(eq(purchaseSignUp.purchaseId, purchase.id), inArray(purchaseSignUp.joinedIn, [...moderates]));
  const codes = purchase.neighbourhoods.map(({ code }) => code).filter((code) => moderates.includes(code));
  const homes = sql<number>`coalesce(sum(${purchaseSignUp.homes}), 0)::integer`;
  const [there] = await tx
    .select({ homes: count() })
    .from(dwelling)
    .where(and(inArray(dwelling.neighbourhoodCode, codes), dwelling.isHome, isNull(dwelling.endedOn), purchase.dwellingTypes.length > 0 ? inArray(sql`${dwelling.dwellingType}`, [...purchase.dwellingTypes]) : undefined));
  const reached = tx
    .selectDistinct({ signUpId: purchaseSignUpEvent.signUpId, state: purchaseSignUpEvent.toState })
    .from(purchaseSignUpEvent)
    .where(inArray(purchaseSignUpEvent.toState, ["interest", "suitable", "offered", "ordered", "delivered"]))
    .as("reached");
  const rows = await tx.select({ state: reached.state, homes }).from(purchaseSignUp).innerJoin(reached, eq(reached.signUpId, purchaseSignUp.id)).where(theirs).groupBy(reached.state);
  const dropped = await tx
    .select({ state: purchaseSignUp.state, reason: purchaseSignUp.reason, homes })
    .from(purchaseSignUp)
    .where(and(theirs, inArray(purchaseSignUp.state, [...exits])))
    .groupBy(purchaseSignUp.state, purchaseSignUp.reason)
    .orderBy(sql`sum(${purchaseSignUp.homes}) desc`);
  const invited = await approached(tx, purchase.id);
  const steps = funnelSteps.map((name) => ({ name, homes: name === "homes" ? there!.homes : name === "approached" ? invited : (rows.find(({ state }) => state === name)?.homes ?? 0) }));
  return { steps, dropped };
}

/** Homes for which an invitation was printed, or that signed up, where the viewer moderates. */
export function approached(tx: ViewerTx, purchaseId: string): Promise<number> {
  return asked(tx, sql`viewer.purchase_approached(${purchaseId}::uuid)`);
}
