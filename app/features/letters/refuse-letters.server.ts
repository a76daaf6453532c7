import { timingSafeEqual } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import { letterCode } from "../../../db/schema/auth.ts";
import { letterRefusal } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { findAddresses } from "../households/find-addresses.server.ts";
import { hashLetterCode } from "../households/letter-code.server.ts";
import { countWrongLetterCode } from "../households/use-letter-code.server.ts";

/**
 * Who holds a letter says: no more letters to this address. The code shows that the letter was theirs, also one that was
 * used or tried too often. It gives no answer: who guesses learns nothing of an address, of a letter or of a code.
 */
export async function refuseLetters(postcode: string, number: string, code: string): Promise<void> {
  const homes = await findAddresses(postcode, number);
  if (homes.length === 0) return;
  const refused = await asAuth(async (tx) => {
    const codes = await tx
      .select({ id: letterCode.letterId, hash: letterCode.codeHmac, dwellingId: letter.dwellingId, neighbourhoodCode: letter.neighbourhoodCode })
      .from(letterCode)
      .innerJoin(letter, eq(letter.id, letterCode.letterId))
      .where(inArray(letter.dwellingId, homes.map(({ dwellingId }) => dwellingId)));
    const right = codes.find(({ id, hash }) => timingSafeEqual(Buffer.from(hash), Buffer.from(hashLetterCode(id, code))));
    if (!right) return false;
    await tx.insert(letterRefusal).values({ dwellingId: right.dwellingId, neighbourhoodCode: right.neighbourhoodCode, way: "code" }).onConflictDoNothing();
    return true;
  });
  const area = homes.find(({ neighbourhood }) => neighbourhood)?.neighbourhood;
  if (!refused && area) await countWrongLetterCode(area.code);
}
