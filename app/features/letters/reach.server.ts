import { and, count, countDistinct, eq, isNotNull, isNull } from "drizzle-orm";
import { letterRefusal } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth } from "../../../db/viewer.server.ts";

/** What was done with letters in a neighbourhood. What came of them is in the published figures: an exact count, in whatever steps it is told, gives the last one away. */
export type Reach = {
  /** Addresses that got one. */
  sent: number;
  /** Addresses that want no letters. */
  refused: number;
};

/** @param neighbourhoodCode one that the asker moderates */
export async function letterReachIn(neighbourhoodCode: string): Promise<Reach> {
  return asAuth(async (tx) => {
    const [sent] = await tx.select({ count: countDistinct(letter.dwellingId) }).from(letter).where(and(eq(letter.neighbourhoodCode, neighbourhoodCode), isNull(letter.signupId), isNotNull(letter.printedAt)));
    const [refused] = await tx.select({ count: count() }).from(letterRefusal).where(and(eq(letterRefusal.neighbourhoodCode, neighbourhoodCode), isNull(letterRefusal.endedAt)));
    return { sent: sent!.count, refused: refused!.count };
  });
}
