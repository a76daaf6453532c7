import { daysLater, nextWorkingDay } from "./public-holidays.ts";

/** Days in which an order can be taken back without a reason: article 6:230o of the Burgerlijk Wetboek. */
export const coolingOffDays = 14;

/**
 * The last day on which an order can be taken back, until midnight in Europe/Amsterdam. The day of the event itself does not count, and a
 * term that ends on a Saturday, Sunday or public holiday ends on the next day that is none.
 * @param startedOn the day of the event, as 2026-05-03; null while it has not come. For work (a service) that is the contract, for a sale the
 *   day on which it was received; which of the two is fixed with the rules of a purchase, before it opens
 * @returns null while the event has not come: then it can be taken back, and the end is not known yet
 */
export function coolingOffEnds(startedOn: string | null): string | null {
  return startedOn && nextWorkingDay(daysLater(startedOn, coolingOffDays));
}

/** Whether an order can be taken back today. */
export function isCoolingOff(startedOn: string | null, today: string): boolean {
  const last = coolingOffEnds(startedOn);
  return last === null || today <= last;
}
