import { sql } from "drizzle-orm";
import { type CostRange, costRanges } from "../../../db/schema/choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { OwnSignUp } from "./own-sign-up.server.ts";

/**
 * Puts what was delivered on the home, with what it cost and how it is liked, for the household only until it shares that.
 * @returns the measure; null before the delivery, and when it is there already
 */
export async function putOnHome(tx: ViewerTx, resident: Resident, signUp: OwnSignUp): Promise<string | null> {
  const { id, state, kinds, offers, offerVersion, deliveredOn, satisfaction, measureId } = signUp;
  const [kind] = kinds;
  if (measureId || !kind || !deliveredOn || !["delivered", "complaint", "reviewed"].includes(state)) return null;
  const offer = offers.find(({ version }) => version === offerVersion);
  const made = await shareMeasure(tx, resident, {
    kind, state: "done", year: Number(deliveredOn.slice(0, 4)), costRange: offer ? costRangeOf(offer.payable + offer.extrasCents) : null, doneBy: "company", satisfaction, audience: "household",
  });
  await tx.execute(sql`select viewer.link_delivered(${id}::uuid, ${made}::uuid)`);
  return made;
}

const belowEuros = [1, 500, 2000, 5000, 10_000, 20_000];

/** The range in which an amount in cents lies. */
export function costRangeOf(cents: number): CostRange {
  const place = belowEuros.findIndex((euros) => cents < euros * 100);
  return costRanges[place === -1 ? costRanges.length - 1 : place]!;
}
