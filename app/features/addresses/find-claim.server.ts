import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { consume, giveBack, limits } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { hashClaimCode } from "./claim-code.server.ts";

/**
 * The claim to which a code belongs. A wrong one costs one of five tries a day; a right one costs none.
 * @returns its id, "wrong" or "no_tries"
 */
export async function findClaim(viewer: AccountViewer, code: string): Promise<{ id: string } | "wrong" | "no_tries"> {
  const tried = await consume("claimCodePerAccount", viewer.accountId);
  if (!tried.ok) return "no_tries";
  const [claim] = await asAuth((tx) =>
    tx
      .select({ id: addressClaim.id })
      .from(addressClaim)
      .where(and(eq(addressClaim.codeHmac, hashClaimCode(code)), gt(addressClaim.codeExpiresAt, sql`now()`), isNull(addressClaim.endedAt))),
  );
  if (!claim) return tried.count >= limits.claimCodePerAccount.points ? "no_tries" : "wrong";
  await giveBack("claimCodePerAccount", viewer.accountId);
  return claim;
}
