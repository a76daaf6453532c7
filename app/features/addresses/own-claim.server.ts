import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { addressClaim, type ClaimOutcome, vouch } from "../../../db/schema/addresses.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { findSignup } from "../households/current-signup.server.ts";
import { findHome } from "../households/find-addresses.server.ts";
import { openClaim } from "./ask-neighbours.server.ts";
import { claimCode } from "./claim-code.server.ts";

/** How far somebody is who asked neighbours: the code to pass on, or the day on which their rights begin. */
export type OwnClaim = {
  address: string;
  name: string;
  /** Null once it counts no more. */
  code: string | null;
  expiresAt: Date;
  /** How many neighbours vouched, of two. */
  vouches: number;
  startsAt: Date | null;
  /** A moderator looks first. */
  paused: boolean;
};

/** The claim of the sign-up of an account, for its own pages. */
export async function ownClaim(accountId: string): Promise<OwnClaim | null> {
  return asAuth(async (tx) => {
    const own = await findSignup(tx, accountId);
    const claim = own && (await openClaim(tx, own.id));
    const home = claim && (await findHome(tx, own.dwellingId));
    if (!claim || !home) return null;
    const [vouched] = await tx.select({ count: count(vouch.id) }).from(vouch).where(eq(vouch.claimId, claim.id));
    return {
      address: home.line,
      name: claim.shownName ?? "",
      code: claim.codeId && claim.codeExpiresAt! > new Date() && !claim.provenAt ? claimCode(claim.codeId) : null,
      expiresAt: claim.codeExpiresAt!,
      vouches: vouched?.count ?? 0,
      startsAt: claim.startsAt,
      paused: claim.objectedAt !== null && claim.outcome !== "stays",
    };
  });
}

/** A claim that a moderator has to decide on, or decided against, for who made it and has no home now. */
export type StoppedClaim = { address: string; outcome: ClaimOutcome | null; reason: string | null; decidedAt: Date | null };

/** Why somebody who had a home here has none now; null when that is not because of an objection. */
export async function stoppedClaim(accountId: string): Promise<StoppedClaim | null> {
  return asAuth(async (tx) => {
    const [claim] = await tx
      .select({ dwellingId: addressClaim.dwellingId, way: addressClaim.way, outcome: addressClaim.outcome, reason: addressClaim.reason, decidedAt: addressClaim.decidedAt })
      .from(addressClaim)
      .where(and(eq(addressClaim.accountId, accountId), isNotNull(addressClaim.objectedAt)))
      .orderBy(desc(addressClaim.objectedAt))
      .limit(1);
    if (!claim || claim.outcome === "stays") return null;
    const home = await findHome(tx, claim.dwellingId);
    return { address: home?.line ?? "", outcome: claim.outcome, reason: claim.reason, decidedAt: claim.decidedAt };
  });
}
