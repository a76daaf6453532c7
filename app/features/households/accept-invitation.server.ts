import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { account, householdInvitation } from "../../../db/schema/auth.ts";
import { household, membership } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { createSession } from "../session/create-session.server.ts";
import { hashToken } from "../session/prepare-proof.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { endOtherSignups } from "./end-signup.server.ts";
import { findHome } from "./find-addresses.server.ts";
import { joinHousehold } from "./make-household.server.ts";

/**
 * "log_in": the invited address has an account, which has to be logged in: an invitation opens no account that exists.
 * "leaving": its owner asked to be erased, and has to say first whether to stay.
 */
export type InvitationProblem = "expired" | "log_in" | "leaving" | "has_home";

/** What an invitation is to; looking uses up nothing. */
export async function lookAtInvitation(token: string, viewer: AccountViewer | null): Promise<{ address: string } | InvitationProblem> {
  return asAuth(async (tx) => {
    const invited = await read(tx, token, viewer);
    if (typeof invited === "string") return invited;
    const home = await findHome(tx, invited.dwellingId);
    return { address: home?.line ?? "" };
  });
}

/**
 * Accepts an invitation, once: makes an account for the invited address where there is none, and adds it to the household.
 * @returns a Set-Cookie header for who wasn't logged in yet
 */
export async function acceptInvitation(token: string, viewer: AccountViewer | null, request: Request): Promise<{ setCookie: string | null } | InvitationProblem> {
  return asAuth(async (tx) => {
    const invited = await read(tx, token, viewer);
    if (typeof invited === "string") return invited;
    const [used] = await tx
      .update(householdInvitation)
      .set({ acceptedAt: sql`now()` })
      .where(and(eq(householdInvitation.id, invited.id), isNull(householdInvitation.acceptedAt), isNull(householdInvitation.revokedAt)))
      .returning({ id: householdInvitation.id });
    if (!used) return "expired";
    const accountId = invited.accountId ?? (await tx.insert(account).values({ email: invited.email, locale: invited.locale }).returning({ id: account.id }))[0]!.id;
    await endOtherSignups(tx, accountId, null);
    await joinHousehold(tx, accountId, invited, "invitation");
    return { setCookie: viewer ? null : await createSession(tx, accountId, request) };
  });
}

async function read(tx: AuthTx, token: string, viewer: AccountViewer | null) {
  const [invited] = await tx
    .select({
      id: householdInvitation.id,
      email: householdInvitation.email,
      locale: householdInvitation.locale,
      householdId: household.id,
      neighbourhoodCode: household.neighbourhoodCode,
      dwellingId: household.dwellingId,
      accountId: account.id,
      hasHome: sql<boolean>`${membership.id} is not null`,
      leaving: sql<boolean>`${erasure.accountId} is not null`,
    })
    .from(householdInvitation)
    .innerJoin(household, and(eq(household.id, householdInvitation.householdId), isNull(household.endedAt)))
    .leftJoin(account, eq(account.email, householdInvitation.email))
    .leftJoin(membership, and(eq(membership.residentId, account.id), isNull(membership.endedAt)))
    .leftJoin(erasure, eq(erasure.accountId, account.id))
    .where(and(eq(householdInvitation.tokenHash, hashToken(token)), isNull(householdInvitation.acceptedAt), isNull(householdInvitation.revokedAt), gt(householdInvitation.expiresAt, sql`now()`)));
  if (!invited) return "expired";
  if (invited.accountId !== (viewer?.accountId ?? null)) return "log_in";
  if (invited.leaving) return "leaving";
  return invited.hasHome ? "has_home" : invited;
}
