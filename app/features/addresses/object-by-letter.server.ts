import { and, eq, isNull, sql } from "drizzle-orm";
import { dwelling } from "../../../db/schema/register.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { countWrongLetterCode } from "../households/use-letter-code.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import { hashObjectionCode } from "./claim-code.server.ts";

/**
 * Objects to a claim with the code from the letter to the address; no account is needed. Doing it again changes nothing. A
 * wrong code counts as every wrong code from a letter: many of them in one neighbourhood are told to its moderators.
 * @returns false when the code is not one for an address with this postcode, or older than 30 days
 */
export async function objectByLetter(postcode: string, code: string): Promise<boolean> {
  const { known, neighbourhoodCode } = await asAuth(async (tx) => {
    const [row] = await tx.select({ known: sql<boolean>`viewer.object_by_letter(${postcode}, ${hashObjectionCode(code)})` }).from(sql`(select) as nothing`);
    await wakeDelivery(tx);
    const [home] = row!.known ? [] : await tx.select({ neighbourhoodCode: dwelling.neighbourhoodCode }).from(dwelling).where(and(eq(dwelling.postcode, postcode), isNull(dwelling.endedOn))).limit(1);
    return { known: row!.known, neighbourhoodCode: home?.neighbourhoodCode };
  });
  if (neighbourhoodCode) await countWrongLetterCode(neighbourhoodCode);
  return known;
}
