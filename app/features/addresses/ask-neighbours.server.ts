import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { signup } from "../../../db/schema/auth.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { findSignup } from "../households/current-signup.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { claimCode, claimCodeDays, hashClaimCode } from "./claim-code.server.ts";

/**
 * Makes a code for neighbours or for somebody at the door; an earlier one ends. Under the same name who vouched already
 * still counts; under another name it begins anew, because they vouched for that name.
 * @param name by which the neighbours know who asks
 * @returns false when the account has no sign-up to prove, or its claim is proven already
 */
export async function askNeighbours(viewer: AccountViewer, name: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (!own) return false;
    // Two of the same account at the same moment make one claim.
    await tx.select({ id: signup.id }).from(signup).where(eq(signup.id, own.id)).for("update");
    const claim = await openClaim(tx, own.id);
    if (claim?.provenAt) return false;
    const codeId = randomUUID();
    const code = { codeId, codeHmac: hashClaimCode(claimCode(codeId)), codeExpiresAt: sql`now() + make_interval(days => ${claimCodeDays}::int)` };
    if (claim?.shownName === name) {
      await tx.update(addressClaim).set(code).where(eq(addressClaim.id, claim.id));
      return true;
    }
    // A doubt of a neighbour is about who asks, whatever they are called.
    if (claim?.objectedAt) return false;
    if (claim) await tx.update(addressClaim).set({ endedAt: sql`now()` }).where(eq(addressClaim.id, claim.id));
    await tx.insert(addressClaim).values({ neighbourhoodCode: own.neighbourhoodCode, dwellingId: own.dwellingId, accountId: viewer.accountId, signupId: own.id, shownName: name, ...code });
    return true;
  });
}

/** Remembers that somebody chose neighbours or the door, so that this is where they come back to. */
export async function chooseWay(viewer: AccountViewer, way: "vouch" | "door"): Promise<void> {
  await asAuth(async (tx) => {
    const own = await findSignup(tx, viewer.accountId);
    if (own) await tx.update(signup).set({ way }).where(eq(signup.id, own.id));
  });
}

/** The claim of a sign-up that goes on, if it asked neighbours. */
export async function openClaim(tx: AuthTx, signupId: string) {
  const [claim] = await tx
    .select({
      id: addressClaim.id, shownName: addressClaim.shownName, codeId: addressClaim.codeId, codeExpiresAt: addressClaim.codeExpiresAt,
      provenAt: addressClaim.provenAt, startsAt: addressClaim.startsAt, objectedAt: addressClaim.objectedAt, outcome: addressClaim.outcome,
    })
    .from(addressClaim)
    .where(and(eq(addressClaim.signupId, signupId), isNull(addressClaim.endedAt), isNull(addressClaim.startedAt)))
    .orderBy(desc(addressClaim.createdAt))
    .limit(1);
  return claim ?? null;
}
