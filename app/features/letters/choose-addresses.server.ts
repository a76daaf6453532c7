import { and, asc, eq, gt, inArray, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type LetterChoice, letterBatch, letterRefusal } from "../../../db/schema/letters.ts";
import { dwelling, street } from "../../../db/schema/register.ts";
import { letter } from "../../../db/schema/sharing.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { daysBetweenLetters } from "../households/choose-letter.server.ts";

export type AddressChoice = { neighbourhoodCode: string; choice: Exclude<LetterChoice, "requested">; streetId: string | null };

/**
 * The homes that get an invitation now, in the order in which one walks along them: those of the choice that want letters,
 * had none in 14 days and stand in no file that can still be fetched. It hangs on the register, on letters and on refusals;
 * whether anybody there has joined must make no difference.
 */
export async function addressesToInvite(tx: AuthTx, { neighbourhoodCode, choice, streetId }: AddressChoice): Promise<string[]> {
  const earlier = alias(letter, "earlier");
  const here = eq(earlier.dwellingId, dwelling.id);
  const lately = tx.select({ id: earlier.id }).from(earlier).where(and(here, gt(earlier.printedAt, sql`now() - make_interval(days => ${daysBetweenLetters}::int)`)));
  const underWay = tx
    .select({ id: earlier.id })
    .from(earlier)
    .innerJoin(letterBatch, eq(letterBatch.id, earlier.batchId))
    .where(and(here, isNull(earlier.endedAt), inArray(letterBatch.state, ["waiting", "making", "ready"])));
  const invited = tx.select({ id: earlier.id }).from(earlier).where(and(here, isNull(earlier.signupId), isNotNull(earlier.printedAt)));
  const refused = tx.select({ id: letterRefusal.id }).from(letterRefusal).where(and(eq(letterRefusal.dwellingId, dwelling.id), isNull(letterRefusal.endedAt)));
  const rows = await tx
    .select({ id: dwelling.id })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .where(
      and(
        eq(dwelling.neighbourhoodCode, neighbourhoodCode),
        dwelling.isHome,
        isNull(dwelling.endedOn),
        isNotNull(dwelling.postcode),
        choice === "street" ? eq(dwelling.streetId, streetId ?? "") : undefined,
        choice === "not_invited" ? notExists(invited) : undefined,
        notExists(lately),
        notExists(underWay),
        notExists(refused),
      ),
    )
    .orderBy(asc(street.name), asc(dwelling.postcode), asc(dwelling.houseNumber), asc(dwelling.houseLetter), asc(dwelling.houseAddition), asc(dwelling.id));
  return rows.map(({ id }) => id);
}
