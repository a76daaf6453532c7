import { and, eq, isNull } from "drizzle-orm";
import { account, signup } from "../../../db/schema/auth.ts";
import { membership } from "../../../db/schema/people.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import type { UsedProof } from "../session/use-proof.server.ts";
import { endOtherSignups } from "./end-signup.server.ts";

/**
 * The mailbox of a sign-up is proven: it becomes an account that lives nowhere yet. An account that has a home already
 * just logs in.
 * @returns the account, and whether it has a home
 */
export async function proveSignup(tx: AuthTx, proof: UsedProof): Promise<{ accountId: string; hasHome: boolean }> {
  await tx.insert(account).values({ email: proof.email, locale: proof.locale }).onConflictDoNothing();
  const [{ id: accountId }] = (await tx.select({ id: account.id }).from(account).where(eq(account.email, proof.email))) as [{ id: string }];
  await tx.update(signup).set({ accountId }).where(eq(signup.id, proof.signupId!));
  const [home] = await tx.select({ id: membership.id }).from(membership).where(and(eq(membership.residentId, accountId), isNull(membership.endedAt)));
  await endOtherSignups(tx, accountId, home ? null : proof.signupId);
  return { accountId, hasHome: home !== undefined };
}
