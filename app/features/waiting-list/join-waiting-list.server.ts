import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { type Locale, waiting } from "../../../db/schema/auth.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { askProof } from "../session/ask-proof.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";
import type { UsedProof } from "../session/use-proof.server.ts";

/** A neighbourhood in which Buurhof has not begun, with how many wait for it; null when it is unknown or has begun. */
export async function waitingNeighbourhood(code: string): Promise<{ code: string; name: string; waiting: number } | null> {
  const [row] = await asAuth((tx) =>
    tx
      .select({ code: neighbourhood.code, name: neighbourhood.name, waiting: tx.$count(waiting, and(eq(waiting.neighbourhoodCode, code), isNotNull(waiting.confirmedAt))).mapWith(Number) })
      .from(neighbourhood)
      .where(and(eq(neighbourhood.code, code), eq(neighbourhood.served, false), isNull(neighbourhood.endedOn))),
  );
  return row ?? null;
}

/** Has a mail sent to put an address on the list; who is on it already gets the same. */
export async function joinWaitingList(asked: { email: string; code: string; ip: string; locale: Locale; browserHash: string }): Promise<Refusal> {
  const { email, locale, browserHash } = asked;
  const refusal = await refuseTooManyMails(email, asked.ip);
  if (refusal) return refusal;
  await asAuth(async (tx) => {
    await tx.insert(waiting).values({ email, locale, neighbourhoodCode: asked.code }).onConflictDoNothing();
    await askProof(tx, { purpose: "confirm_waiting", email, locale, browserHash });
  });
  return null;
}

/** The mailbox is proven: it counts from now on. @returns the neighbourhoods that it waits for, the newest first */
export async function confirmWaiting(tx: AuthTx, proof: UsedProof): Promise<{ code: string }[]> {
  await tx.update(waiting).set({ confirmedAt: sql`now()` }).where(and(eq(waiting.email, proof.email), isNull(waiting.confirmedAt)));
  return tx.select({ code: waiting.neighbourhoodCode }).from(waiting).where(eq(waiting.email, proof.email)).orderBy(desc(waiting.createdAt));
}
