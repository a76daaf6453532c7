import { and, count, countDistinct, eq, isNotNull, isNull } from "drizzle-orm";
import { letterReach } from "../../../db/schema/auth.ts";
import { letterRefusal } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/** What came of the invitations in a neighbourhood. */
export type Reach = {
  /** Addresses that got one. */
  sent: number;
  /** Addresses that want no letters. */
  refused: number;
  /** Codes that made a household, rounded down to tens; 0 is fewer than ten. Never per street, batch or address. */
  usedTens: number;
};

/** @param neighbourhoodCode one that the asker moderates */
export async function letterReachIn(neighbourhoodCode: string): Promise<Reach> {
  return asAuth(async (tx) => {
    const [sent] = await tx.select({ count: countDistinct(letter.dwellingId) }).from(letter).where(and(eq(letter.neighbourhoodCode, neighbourhoodCode), isNull(letter.signupId), isNotNull(letter.printedAt)));
    const [refused] = await tx.select({ count: count() }).from(letterRefusal).where(and(eq(letterRefusal.neighbourhoodCode, neighbourhoodCode), isNull(letterRefusal.endedAt)));
    const [used] = await tx.select({ used: letterReach.used }).from(letterReach).where(eq(letterReach.neighbourhoodCode, neighbourhoodCode));
    return { sent: sent!.count, refused: refused!.count, usedTens: Math.floor((used?.used ?? 0) / 10) * 10 };
  });
}
