import { type SQL, sql } from "drizzle-orm";
import { account } from "../../../db/schema/auth.ts";
import { asAuth, asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { eq } from "drizzle-orm";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import type { Resident } from "../session/viewer.ts";
import { emailKey, homeKey } from "./claim-code.server.ts";
import { homeLine } from "./home-line.server.ts";
import { startClaims } from "./start-claims.server.ts";

/** Why somebody may not vouch, as far as it hangs on themselves. */
export type OwnProblem = "not_proven" | "lost" | "too_short" | "too_many";
/** And as far as it hangs on this claim. */
export type VouchProblem = OwnProblem | "own" | "far" | "again" | "done" | "paused";

/** What a neighbour sees of a claim: nothing of who lives there. */
export type VouchQuestion = { problem: VouchProblem | null; name: string | null; address: string | null };

/** Whether a resident may vouch now; null when they may. */
export async function vouchProblem(resident: Resident): Promise<OwnProblem | null> {
  const keys = await keysOf(resident);
  return asViewer(resident, (tx) => ask<OwnProblem | null>(tx, sql`viewer.vouch_problem(${keys.home}, ${keys.email})`));
}

/** What is asked of a neighbour, or null when there is no such open claim. */
export async function vouchQuestion(resident: Resident, claimId: string): Promise<VouchQuestion | null> {
  const keys = await keysOf(resident);
  return asViewer(resident, async (tx) => {
    const asked = await ask<{ problem: VouchProblem | null; name?: string; dwelling_id?: string } | null>(tx, sql`viewer.vouch_question(${claimId}, ${keys.home}, ${keys.email})`);
    return asked && { problem: asked.problem, name: asked.name ?? null, address: asked.dwelling_id ? await homeLine(tx, asked.dwelling_id) : null };
  });
}

/**
 * "Ik ken deze bewoner op dit adres". With the second one the household begins, at once or 14 days later.
 * @returns "first" or "second", why not, or null when there is no such open claim
 */
export async function vouchFor(resident: Resident, claimId: string): Promise<"first" | "second" | VouchProblem | null> {
  const keys = await keysOf(resident);
  const outcome = await asViewer(resident, async (tx) => {
    const done = await ask<"first" | "second" | VouchProblem | null>(tx, sql`viewer.vouch_for(${claimId}, ${keys.home}, ${keys.email})`);
    await wakeDelivery(tx);
    return done;
  });
  if (outcome === "second") await startClaims(claimId);
  return outcome;
}

/** "Dit klopt niet": the claim waits until a moderator looked. @returns false when there is no such open claim to doubt */
export async function doubtClaim(resident: Resident, claimId: string): Promise<boolean> {
  const keys = await keysOf(resident);
  return asViewer(resident, async (tx) => {
    const done = await ask<boolean>(tx, sql`viewer.doubt_claim(${claimId}, ${keys.home}, ${keys.email})`);
    await wakeDelivery(tx);
    return done;
  });
}

/** Takes back one's own vouch. @returns false when the second one came before, or it is nobody's */
export async function takeVouchBack(resident: Resident, vouchId: string): Promise<boolean> {
  return asViewer(resident, (tx) => ask<boolean>(tx, sql`viewer.take_vouch_back(${vouchId})`));
}

/** The answer of one function of the database. */
export async function ask<Answer>(tx: ViewerTx, call: SQL): Promise<Answer> {
  const [row] = await tx.select({ answer: sql<Answer>`${call}` }).from(sql`(select) as nothing`);
  return row!.answer;
}

async function keysOf({ accountId, dwellingId }: Resident): Promise<{ home: string; email: string }> {
  const [own] = await asAuth((tx) => tx.select({ email: account.email }).from(account).where(eq(account.id, accountId)));
  return { home: homeKey(dwellingId), email: emailKey(own!.email) };
}
